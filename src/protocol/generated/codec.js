// Generated from proto/arqonbus/v1 by scripts/generate-protocol.mjs. Do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["arqonbus"] || ($protobuf.roots["arqonbus"] = {});

export const arqonbus = $root.arqonbus = (() => {

    /**
     * Namespace arqonbus.
     * @exports arqonbus
     * @namespace
     */
    const arqonbus = {};

    arqonbus.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof arqonbus
         * @namespace
         */
        const v1 = {};

        /**
         * ClientType enum.
         * @name arqonbus.v1.ClientType
         * @enum {number}
         * @property {number} CLIENT_TYPE_UNSPECIFIED=0 CLIENT_TYPE_UNSPECIFIED value
         * @property {number} HUMAN=1 HUMAN value
         * @property {number} AI_AGENT=2 AI_AGENT value
         * @property {number} DASHBOARD=3 DASHBOARD value
         * @property {number} SERVICE=4 SERVICE value
         */
        v1.ClientType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CLIENT_TYPE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "HUMAN"] = 1;
            values[valuesById[2] = "AI_AGENT"] = 2;
            values[valuesById[3] = "DASHBOARD"] = 3;
            values[valuesById[4] = "SERVICE"] = 4;
            return values;
        })();

        /**
         * Durability enum.
         * @name arqonbus.v1.Durability
         * @enum {number}
         * @property {number} NONE=0 NONE value
         * @property {number} MEMORY=1 MEMORY value
         * @property {number} STORED=2 STORED value
         */
        v1.Durability = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NONE"] = 0;
            values[valuesById[1] = "MEMORY"] = 1;
            values[valuesById[2] = "STORED"] = 2;
            return values;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} arqonbus.v1.Hello.$Properties
             * @property {arqonbus.v1.ClientType|null} [clientType] Hello clientType
             * @property {string|null} [screenName] Hello screenName
             * @property {Array.<string>|null} [capabilities] Hello capabilities
             * @property {string|null} [sdk] Hello sdk
             * @property {Array.<string>|null} [features] Hello features
             * @property {string|null} [token] Hello token
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof arqonbus.v1
             * @interface IHello
             * @augments arqonbus.v1.Hello.$Properties
             * @deprecated Use arqonbus.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {arqonbus.v1.Hello.$Properties} arqonbus.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof arqonbus.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {arqonbus.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                this.capabilities = [];
                this.features = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello clientType.
             * @member {arqonbus.v1.ClientType} clientType
             * @memberof arqonbus.v1.Hello
             * @instance
             */
            Hello.prototype.clientType = 0;

            /**
             * Hello screenName.
             * @member {string} screenName
             * @memberof arqonbus.v1.Hello
             * @instance
             */
            Hello.prototype.screenName = "";

            /**
             * Hello capabilities.
             * @member {Array.<string>} capabilities
             * @memberof arqonbus.v1.Hello
             * @instance
             */
            Hello.prototype.capabilities = $util.emptyArray;

            /**
             * Hello sdk.
             * @member {string} sdk
             * @memberof arqonbus.v1.Hello
             * @instance
             */
            Hello.prototype.sdk = "";

            /**
             * Hello features.
             * @member {Array.<string>} features
             * @memberof arqonbus.v1.Hello
             * @instance
             */
            Hello.prototype.features = $util.emptyArray;

            /**
             * Hello token.
             * @member {string} token
             * @memberof arqonbus.v1.Hello
             * @instance
             */
            Hello.prototype.token = "";

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Hello
             * @static
             * @param {arqonbus.v1.Hello.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Hello} Hello instance
             * @type {{
             *   (properties: arqonbus.v1.Hello.$Shape): arqonbus.v1.Hello & arqonbus.v1.Hello.$Shape;
             *   (properties?: arqonbus.v1.Hello.$Properties): arqonbus.v1.Hello;
             * }}
             */
            Hello.create = function(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link arqonbus.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Hello
             * @static
             * @param {arqonbus.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clientType != null && $Object.hasOwnProperty.call(message, "clientType") && message.clientType !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.clientType);
                if (message.screenName != null && $Object.hasOwnProperty.call(message, "screenName") && message.screenName !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.screenName);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.capabilities[i]);
                if (message.sdk != null && $Object.hasOwnProperty.call(message, "sdk") && message.sdk !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.sdk);
                if (message.features != null && message.features.length)
                    for (let i = 0; i < message.features.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.features[i]);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.token);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Hello & arqonbus.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.clientType = value;
                            else
                                delete message.clientType;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.screenName = value;
                            else
                                delete message.screenName;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sdk = value;
                            else
                                delete message.sdk;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.features && message.features.length))
                                message.features = [];
                            message.features.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @typedef {Object} arqonbus.v1.Welcome.$Properties
             * @property {string|null} [clientId] Welcome clientId
             * @property {string|null} [tenant] Welcome tenant
             * @property {string|null} [subject] Welcome subject
             * @property {arqonbus.v1.Grants.$Properties|null} [grants] Welcome grants
             * @property {arqonbus.v1.Limits.$Properties|null} [limits] Welcome limits
             * @property {arqonbus.v1.Durability|null} [durability] Welcome durability
             * @property {string|null} [durabilityNote] Welcome durabilityNote
             * @property {Array.<string>|null} [features] Welcome features
             * @property {string|null} [protocolVersion] Welcome protocolVersion
             * @property {string|null} [serverVersion] Welcome serverVersion
             * @property {number|null} [pingIntervalMs] Welcome pingIntervalMs
             * @property {number|null} [pongDeadlineMs] Welcome pongDeadlineMs
             * @property {number|null} [expiresAtMs] Welcome expiresAtMs
             * @property {string|null} [bootId] Welcome bootId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Welcome.
             * @memberof arqonbus.v1
             * @interface IWelcome
             * @augments arqonbus.v1.Welcome.$Properties
             * @deprecated Use arqonbus.v1.Welcome.$Properties instead.
             */

            /**
             * Shape of a Welcome.
             * @typedef {arqonbus.v1.Welcome.$Properties} arqonbus.v1.Welcome.$Shape
             */

            /**
             * Constructs a new Welcome.
             * @memberof arqonbus.v1
             * @classdesc Represents a Welcome.
             * @constructor
             * @param {arqonbus.v1.Welcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Welcome = function (properties) {
                this.features = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Welcome clientId.
             * @member {string} clientId
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.clientId = "";

            /**
             * Welcome tenant.
             * @member {string} tenant
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.tenant = "";

            /**
             * Welcome subject.
             * @member {string} subject
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.subject = "";

            /**
             * Welcome grants.
             * @member {arqonbus.v1.Grants.$Properties|null|undefined} grants
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.grants = null;

            /**
             * Welcome limits.
             * @member {arqonbus.v1.Limits.$Properties|null|undefined} limits
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.limits = null;

            /**
             * Welcome durability.
             * @member {arqonbus.v1.Durability} durability
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.durability = 0;

            /**
             * Welcome durabilityNote.
             * @member {string} durabilityNote
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.durabilityNote = "";

            /**
             * Welcome features.
             * @member {Array.<string>} features
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.features = $util.emptyArray;

            /**
             * Welcome protocolVersion.
             * @member {string} protocolVersion
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.protocolVersion = "";

            /**
             * Welcome serverVersion.
             * @member {string} serverVersion
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.serverVersion = "";

            /**
             * Welcome pingIntervalMs.
             * @member {number} pingIntervalMs
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.pingIntervalMs = 0;

            /**
             * Welcome pongDeadlineMs.
             * @member {number} pongDeadlineMs
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.pongDeadlineMs = 0;

            /**
             * Welcome expiresAtMs.
             * @member {number} expiresAtMs
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Welcome bootId.
             * @member {string} bootId
             * @memberof arqonbus.v1.Welcome
             * @instance
             */
            Welcome.prototype.bootId = "";

            /**
             * Creates a new Welcome instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Welcome
             * @static
             * @param {arqonbus.v1.Welcome.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Welcome} Welcome instance
             * @type {{
             *   (properties: arqonbus.v1.Welcome.$Shape): arqonbus.v1.Welcome & arqonbus.v1.Welcome.$Shape;
             *   (properties?: arqonbus.v1.Welcome.$Properties): arqonbus.v1.Welcome;
             * }}
             */
            Welcome.create = function(properties) {
                return new Welcome(properties);
            };

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link arqonbus.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Welcome
             * @static
             * @param {arqonbus.v1.Welcome.$Properties} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId") && message.clientId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clientId);
                if (message.tenant != null && $Object.hasOwnProperty.call(message, "tenant") && message.tenant !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.tenant);
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.subject);
                if (message.grants != null && $Object.hasOwnProperty.call(message, "grants"))
                    $root.arqonbus.v1.Grants.encode(message.grants, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.arqonbus.v1.Limits.encode(message.limits, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).int32(message.durability);
                if (message.durabilityNote != null && $Object.hasOwnProperty.call(message, "durabilityNote") && message.durabilityNote !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.durabilityNote);
                if (message.features != null && message.features.length)
                    for (let i = 0; i < message.features.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.features[i]);
                if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.protocolVersion);
                if (message.serverVersion != null && $Object.hasOwnProperty.call(message, "serverVersion") && message.serverVersion !== "")
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.serverVersion);
                if (message.pingIntervalMs != null && $Object.hasOwnProperty.call(message, "pingIntervalMs") && message.pingIntervalMs !== 0)
                    writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.pingIntervalMs);
                if (message.pongDeadlineMs != null && $Object.hasOwnProperty.call(message, "pongDeadlineMs") && message.pongDeadlineMs !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.pongDeadlineMs);
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                    writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.expiresAtMs);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && message.bootId !== "")
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.bootId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Welcome & arqonbus.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Welcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientId = value;
                            else
                                delete message.clientId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tenant = value;
                            else
                                delete message.tenant;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.grants = $root.arqonbus.v1.Grants.decode(reader, reader.size(), $undefined, _depth + 1, message.grants);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.arqonbus.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.durabilityNote = value;
                            else
                                delete message.durabilityNote;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.features && message.features.length))
                                message.features = [];
                            message.features.push(reader.stringVerify());
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.protocolVersion = value;
                            else
                                delete message.protocolVersion;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.serverVersion = value;
                            else
                                delete message.serverVersion;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pingIntervalMs = value;
                            else
                                delete message.pingIntervalMs;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pongDeadlineMs = value;
                            else
                                delete message.pongDeadlineMs;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bootId = value;
                            else
                                delete message.bootId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Welcome;
        })();

        v1.Grants = (function() {

            /**
             * Properties of a Grants.
             * @typedef {Object} arqonbus.v1.Grants.$Properties
             * @property {Array.<string>|null} [publish] Grants publish
             * @property {Array.<string>|null} [subscribe] Grants subscribe
             * @property {Array.<string>|null} [history] Grants history
             * @property {Array.<string>|null} [create] Grants create
             * @property {Array.<string>|null} [command] Grants command
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Grants.
             * @memberof arqonbus.v1
             * @interface IGrants
             * @augments arqonbus.v1.Grants.$Properties
             * @deprecated Use arqonbus.v1.Grants.$Properties instead.
             */

            /**
             * Shape of a Grants.
             * @typedef {arqonbus.v1.Grants.$Properties} arqonbus.v1.Grants.$Shape
             */

            /**
             * Constructs a new Grants.
             * @memberof arqonbus.v1
             * @classdesc Represents a Grants.
             * @constructor
             * @param {arqonbus.v1.Grants.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Grants = function (properties) {
                this.publish = [];
                this.subscribe = [];
                this.history = [];
                this.create = [];
                this.command = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Grants publish.
             * @member {Array.<string>} publish
             * @memberof arqonbus.v1.Grants
             * @instance
             */
            Grants.prototype.publish = $util.emptyArray;

            /**
             * Grants subscribe.
             * @member {Array.<string>} subscribe
             * @memberof arqonbus.v1.Grants
             * @instance
             */
            Grants.prototype.subscribe = $util.emptyArray;

            /**
             * Grants history.
             * @member {Array.<string>} history
             * @memberof arqonbus.v1.Grants
             * @instance
             */
            Grants.prototype.history = $util.emptyArray;

            /**
             * Grants create.
             * @member {Array.<string>} create
             * @memberof arqonbus.v1.Grants
             * @instance
             */
            Grants.prototype.create = $util.emptyArray;

            /**
             * Grants command.
             * @member {Array.<string>} command
             * @memberof arqonbus.v1.Grants
             * @instance
             */
            Grants.prototype.command = $util.emptyArray;

            /**
             * Creates a new Grants instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Grants
             * @static
             * @param {arqonbus.v1.Grants.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Grants} Grants instance
             * @type {{
             *   (properties: arqonbus.v1.Grants.$Shape): arqonbus.v1.Grants & arqonbus.v1.Grants.$Shape;
             *   (properties?: arqonbus.v1.Grants.$Properties): arqonbus.v1.Grants;
             * }}
             */
            Grants.create = function(properties) {
                return new Grants(properties);
            };

            /**
             * Encodes the specified Grants message. Does not implicitly {@link arqonbus.v1.Grants.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Grants
             * @static
             * @param {arqonbus.v1.Grants.$Properties} message Grants message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Grants.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.publish != null && message.publish.length)
                    for (let i = 0; i < message.publish.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.publish[i]);
                if (message.subscribe != null && message.subscribe.length)
                    for (let i = 0; i < message.subscribe.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.subscribe[i]);
                if (message.history != null && message.history.length)
                    for (let i = 0; i < message.history.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.history[i]);
                if (message.create != null && message.create.length)
                    for (let i = 0; i < message.create.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.create[i]);
                if (message.command != null && message.command.length)
                    for (let i = 0; i < message.command.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.command[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Grants message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Grants
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Grants & arqonbus.v1.Grants.$Shape} Grants
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Grants.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Grants();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.publish && message.publish.length))
                                message.publish = [];
                            message.publish.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.subscribe && message.subscribe.length))
                                message.subscribe = [];
                            message.subscribe.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.history && message.history.length))
                                message.history = [];
                            message.history.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.create && message.create.length))
                                message.create = [];
                            message.create.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.command && message.command.length))
                                message.command = [];
                            message.command.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Grants;
        })();

        v1.Limits = (function() {

            /**
             * Properties of a Limits.
             * @typedef {Object} arqonbus.v1.Limits.$Properties
             * @property {number|null} [payloadBytesMax] Limits payloadBytesMax
             * @property {number|null} [frameBytesMax] Limits frameBytesMax
             * @property {number|null} [envelopesPerFrameMax] Limits envelopesPerFrameMax
             * @property {number|null} [subscriptionsMax] Limits subscriptionsMax
             * @property {number|null} [historyPageMax] Limits historyPageMax
             * @property {number|null} [maxHops] Limits maxHops
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Limits.
             * @memberof arqonbus.v1
             * @interface ILimits
             * @augments arqonbus.v1.Limits.$Properties
             * @deprecated Use arqonbus.v1.Limits.$Properties instead.
             */

            /**
             * Shape of a Limits.
             * @typedef {arqonbus.v1.Limits.$Properties} arqonbus.v1.Limits.$Shape
             */

            /**
             * Constructs a new Limits.
             * @memberof arqonbus.v1
             * @classdesc Represents a Limits.
             * @constructor
             * @param {arqonbus.v1.Limits.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Limits = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Limits payloadBytesMax.
             * @member {number} payloadBytesMax
             * @memberof arqonbus.v1.Limits
             * @instance
             */
            Limits.prototype.payloadBytesMax = 0;

            /**
             * Limits frameBytesMax.
             * @member {number} frameBytesMax
             * @memberof arqonbus.v1.Limits
             * @instance
             */
            Limits.prototype.frameBytesMax = 0;

            /**
             * Limits envelopesPerFrameMax.
             * @member {number} envelopesPerFrameMax
             * @memberof arqonbus.v1.Limits
             * @instance
             */
            Limits.prototype.envelopesPerFrameMax = 0;

            /**
             * Limits subscriptionsMax.
             * @member {number} subscriptionsMax
             * @memberof arqonbus.v1.Limits
             * @instance
             */
            Limits.prototype.subscriptionsMax = 0;

            /**
             * Limits historyPageMax.
             * @member {number} historyPageMax
             * @memberof arqonbus.v1.Limits
             * @instance
             */
            Limits.prototype.historyPageMax = 0;

            /**
             * Limits maxHops.
             * @member {number} maxHops
             * @memberof arqonbus.v1.Limits
             * @instance
             */
            Limits.prototype.maxHops = 0;

            /**
             * Creates a new Limits instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Limits
             * @static
             * @param {arqonbus.v1.Limits.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Limits} Limits instance
             * @type {{
             *   (properties: arqonbus.v1.Limits.$Shape): arqonbus.v1.Limits & arqonbus.v1.Limits.$Shape;
             *   (properties?: arqonbus.v1.Limits.$Properties): arqonbus.v1.Limits;
             * }}
             */
            Limits.create = function(properties) {
                return new Limits(properties);
            };

            /**
             * Encodes the specified Limits message. Does not implicitly {@link arqonbus.v1.Limits.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Limits
             * @static
             * @param {arqonbus.v1.Limits.$Properties} message Limits message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Limits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.payloadBytesMax != null && $Object.hasOwnProperty.call(message, "payloadBytesMax") && message.payloadBytesMax !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.payloadBytesMax);
                if (message.frameBytesMax != null && $Object.hasOwnProperty.call(message, "frameBytesMax") && message.frameBytesMax !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.frameBytesMax);
                if (message.envelopesPerFrameMax != null && $Object.hasOwnProperty.call(message, "envelopesPerFrameMax") && message.envelopesPerFrameMax !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.envelopesPerFrameMax);
                if (message.subscriptionsMax != null && $Object.hasOwnProperty.call(message, "subscriptionsMax") && message.subscriptionsMax !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.subscriptionsMax);
                if (message.historyPageMax != null && $Object.hasOwnProperty.call(message, "historyPageMax") && message.historyPageMax !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.historyPageMax);
                if (message.maxHops != null && $Object.hasOwnProperty.call(message, "maxHops") && message.maxHops !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.maxHops);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Limits message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Limits
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Limits & arqonbus.v1.Limits.$Shape} Limits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Limits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Limits();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.payloadBytesMax = value;
                            else
                                delete message.payloadBytesMax;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.frameBytesMax = value;
                            else
                                delete message.frameBytesMax;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.envelopesPerFrameMax = value;
                            else
                                delete message.envelopesPerFrameMax;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.subscriptionsMax = value;
                            else
                                delete message.subscriptionsMax;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.historyPageMax = value;
                            else
                                delete message.historyPageMax;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxHops = value;
                            else
                                delete message.maxHops;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Limits;
        })();

        v1.Ack = (function() {

            /**
             * Properties of an Ack.
             * @typedef {Object} arqonbus.v1.Ack.$Properties
             * @property {number|null} [sequence] Ack sequence
             * @property {number|null} [epoch] Ack epoch
             * @property {arqonbus.v1.Durability|null} [durability] Ack durability
             * @property {boolean|null} [duplicate] Ack duplicate
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Ack.
             * @memberof arqonbus.v1
             * @interface IAck
             * @augments arqonbus.v1.Ack.$Properties
             * @deprecated Use arqonbus.v1.Ack.$Properties instead.
             */

            /**
             * Shape of an Ack.
             * @typedef {arqonbus.v1.Ack.$Properties} arqonbus.v1.Ack.$Shape
             */

            /**
             * Constructs a new Ack.
             * @memberof arqonbus.v1
             * @classdesc Represents an Ack.
             * @constructor
             * @param {arqonbus.v1.Ack.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Ack = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Ack sequence.
             * @member {number} sequence
             * @memberof arqonbus.v1.Ack
             * @instance
             */
            Ack.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Ack epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.Ack
             * @instance
             */
            Ack.prototype.epoch = 0;

            /**
             * Ack durability.
             * @member {arqonbus.v1.Durability} durability
             * @memberof arqonbus.v1.Ack
             * @instance
             */
            Ack.prototype.durability = 0;

            /**
             * Ack duplicate.
             * @member {boolean} duplicate
             * @memberof arqonbus.v1.Ack
             * @instance
             */
            Ack.prototype.duplicate = false;

            /**
             * Creates a new Ack instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Ack
             * @static
             * @param {arqonbus.v1.Ack.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Ack} Ack instance
             * @type {{
             *   (properties: arqonbus.v1.Ack.$Shape): arqonbus.v1.Ack & arqonbus.v1.Ack.$Shape;
             *   (properties?: arqonbus.v1.Ack.$Properties): arqonbus.v1.Ack;
             * }}
             */
            Ack.create = function(properties) {
                return new Ack(properties);
            };

            /**
             * Encodes the specified Ack message. Does not implicitly {@link arqonbus.v1.Ack.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Ack
             * @static
             * @param {arqonbus.v1.Ack.$Properties} message Ack message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ack.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sequence);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.epoch);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.durability);
                if (message.duplicate != null && $Object.hasOwnProperty.call(message, "duplicate") && message.duplicate !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.duplicate);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Ack
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Ack & arqonbus.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ack.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Ack();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.duplicate = value;
                            else
                                delete message.duplicate;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Ack;
        })();

        v1.Error = (function() {

            /**
             * Properties of an Error.
             * @typedef {Object} arqonbus.v1.Error.$Properties
             * @property {arqonbus.v1.ErrorCode|null} [code] Error code
             * @property {string|null} [name] Error name
             * @property {string|null} [message] Error message
             * @property {arqonbus.v1.Retry|null} [retry] Error retry
             * @property {number|null} [retryAfterMs] Error retryAfterMs
             * @property {string|null} [field] Error field
             * @property {number|null} [envelopeIndex] Error envelopeIndex
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Error.
             * @memberof arqonbus.v1
             * @interface IError
             * @augments arqonbus.v1.Error.$Properties
             * @deprecated Use arqonbus.v1.Error.$Properties instead.
             */

            /**
             * Shape of an Error.
             * @typedef {arqonbus.v1.Error.$Properties} arqonbus.v1.Error.$Shape
             */

            /**
             * Constructs a new Error.
             * @memberof arqonbus.v1
             * @classdesc Represents an Error.
             * @constructor
             * @param {arqonbus.v1.Error.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Error = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Error code.
             * @member {arqonbus.v1.ErrorCode} code
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.code = 0;

            /**
             * Error name.
             * @member {string} name
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.name = "";

            /**
             * Error message.
             * @member {string} message
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.message = "";

            /**
             * Error retry.
             * @member {arqonbus.v1.Retry} retry
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.retry = 0;

            /**
             * Error retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.retryAfterMs = 0;

            /**
             * Error field.
             * @member {string} field
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.field = "";

            /**
             * Error envelopeIndex.
             * @member {number|null|undefined} envelopeIndex
             * @memberof arqonbus.v1.Error
             * @instance
             */
            Error.prototype.envelopeIndex = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Error.prototype, "_envelopeIndex", {
                get: $util.oneOfGetter($oneOfFields = ["envelopeIndex"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Error instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Error
             * @static
             * @param {arqonbus.v1.Error.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Error} Error instance
             * @type {{
             *   (properties: arqonbus.v1.Error.$Shape): arqonbus.v1.Error & arqonbus.v1.Error.$Shape;
             *   (properties?: arqonbus.v1.Error.$Properties): arqonbus.v1.Error;
             * }}
             */
            Error.create = function(properties) {
                return new Error(properties);
            };

            /**
             * Encodes the specified Error message. Does not implicitly {@link arqonbus.v1.Error.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Error
             * @static
             * @param {arqonbus.v1.Error.$Properties} message Error message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Error.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.code);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.retry != null && $Object.hasOwnProperty.call(message, "retry") && message.retry !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.retry);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.retryAfterMs);
                if (message.field != null && $Object.hasOwnProperty.call(message, "field") && message.field !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.field);
                if (message.envelopeIndex != null && $Object.hasOwnProperty.call(message, "envelopeIndex"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.envelopeIndex);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Error
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Error & arqonbus.v1.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Error.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Error();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.retry = value;
                            else
                                delete message.retry;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.field = value;
                            else
                                delete message.field;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.envelopeIndex = reader.uint32();
                            message._envelopeIndex = "envelopeIndex";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Error;
        })();

        /**
         * GapReason enum.
         * @name arqonbus.v1.GapReason
         * @enum {number}
         * @property {number} GAP_REASON_UNSPECIFIED=0 GAP_REASON_UNSPECIFIED value
         * @property {number} TRIMMED=1 TRIMMED value
         * @property {number} EXPIRED=2 EXPIRED value
         * @property {number} CONFLATED=3 CONFLATED value
         * @property {number} EPOCH_CHANGED=4 EPOCH_CHANGED value
         * @property {number} CHANNEL_DELETED=5 CHANNEL_DELETED value
         */
        v1.GapReason = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "GAP_REASON_UNSPECIFIED"] = 0;
            values[valuesById[1] = "TRIMMED"] = 1;
            values[valuesById[2] = "EXPIRED"] = 2;
            values[valuesById[3] = "CONFLATED"] = 3;
            values[valuesById[4] = "EPOCH_CHANGED"] = 4;
            values[valuesById[5] = "CHANNEL_DELETED"] = 5;
            return values;
        })();

        v1.Gap = (function() {

            /**
             * Properties of a Gap.
             * @typedef {Object} arqonbus.v1.Gap.$Properties
             * @property {number|null} [from] Gap from
             * @property {number|null} [to] Gap to
             * @property {arqonbus.v1.GapReason|null} [reason] Gap reason
             * @property {number|null} [epoch] Gap epoch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Gap.
             * @memberof arqonbus.v1
             * @interface IGap
             * @augments arqonbus.v1.Gap.$Properties
             * @deprecated Use arqonbus.v1.Gap.$Properties instead.
             */

            /**
             * Shape of a Gap.
             * @typedef {arqonbus.v1.Gap.$Properties} arqonbus.v1.Gap.$Shape
             */

            /**
             * Constructs a new Gap.
             * @memberof arqonbus.v1
             * @classdesc Represents a Gap.
             * @constructor
             * @param {arqonbus.v1.Gap.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Gap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Gap from.
             * @member {number} from
             * @memberof arqonbus.v1.Gap
             * @instance
             */
            Gap.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Gap to.
             * @member {number} to
             * @memberof arqonbus.v1.Gap
             * @instance
             */
            Gap.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Gap reason.
             * @member {arqonbus.v1.GapReason} reason
             * @memberof arqonbus.v1.Gap
             * @instance
             */
            Gap.prototype.reason = 0;

            /**
             * Gap epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.Gap
             * @instance
             */
            Gap.prototype.epoch = 0;

            /**
             * Creates a new Gap instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Gap
             * @static
             * @param {arqonbus.v1.Gap.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Gap} Gap instance
             * @type {{
             *   (properties: arqonbus.v1.Gap.$Shape): arqonbus.v1.Gap & arqonbus.v1.Gap.$Shape;
             *   (properties?: arqonbus.v1.Gap.$Properties): arqonbus.v1.Gap;
             * }}
             */
            Gap.create = function(properties) {
                return new Gap(properties);
            };

            /**
             * Encodes the specified Gap message. Does not implicitly {@link arqonbus.v1.Gap.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Gap
             * @static
             * @param {arqonbus.v1.Gap.$Properties} message Gap message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Gap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.to);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.reason);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Gap message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Gap
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Gap & arqonbus.v1.Gap.$Shape} Gap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Gap.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Gap();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.from = value;
                            else
                                delete message.from;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.to = value;
                            else
                                delete message.to;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Gap;
        })();

        v1.GoAway = (function() {

            /**
             * Properties of a GoAway.
             * @typedef {Object} arqonbus.v1.GoAway.$Properties
             * @property {string|null} [reason] GoAway reason
             * @property {number|null} [deadlineMs] GoAway deadlineMs
             * @property {number|null} [retryMinMs] GoAway retryMinMs
             * @property {number|null} [retryMaxMs] GoAway retryMaxMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GoAway.
             * @memberof arqonbus.v1
             * @interface IGoAway
             * @augments arqonbus.v1.GoAway.$Properties
             * @deprecated Use arqonbus.v1.GoAway.$Properties instead.
             */

            /**
             * Shape of a GoAway.
             * @typedef {arqonbus.v1.GoAway.$Properties} arqonbus.v1.GoAway.$Shape
             */

            /**
             * Constructs a new GoAway.
             * @memberof arqonbus.v1
             * @classdesc Represents a GoAway.
             * @constructor
             * @param {arqonbus.v1.GoAway.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GoAway = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GoAway reason.
             * @member {string} reason
             * @memberof arqonbus.v1.GoAway
             * @instance
             */
            GoAway.prototype.reason = "";

            /**
             * GoAway deadlineMs.
             * @member {number} deadlineMs
             * @memberof arqonbus.v1.GoAway
             * @instance
             */
            GoAway.prototype.deadlineMs = 0;

            /**
             * GoAway retryMinMs.
             * @member {number} retryMinMs
             * @memberof arqonbus.v1.GoAway
             * @instance
             */
            GoAway.prototype.retryMinMs = 0;

            /**
             * GoAway retryMaxMs.
             * @member {number} retryMaxMs
             * @memberof arqonbus.v1.GoAway
             * @instance
             */
            GoAway.prototype.retryMaxMs = 0;

            /**
             * Creates a new GoAway instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.GoAway
             * @static
             * @param {arqonbus.v1.GoAway.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.GoAway} GoAway instance
             * @type {{
             *   (properties: arqonbus.v1.GoAway.$Shape): arqonbus.v1.GoAway & arqonbus.v1.GoAway.$Shape;
             *   (properties?: arqonbus.v1.GoAway.$Properties): arqonbus.v1.GoAway;
             * }}
             */
            GoAway.create = function(properties) {
                return new GoAway(properties);
            };

            /**
             * Encodes the specified GoAway message. Does not implicitly {@link arqonbus.v1.GoAway.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.GoAway
             * @static
             * @param {arqonbus.v1.GoAway.$Properties} message GoAway message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GoAway.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.deadlineMs);
                if (message.retryMinMs != null && $Object.hasOwnProperty.call(message, "retryMinMs") && message.retryMinMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.retryMinMs);
                if (message.retryMaxMs != null && $Object.hasOwnProperty.call(message, "retryMaxMs") && message.retryMaxMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.retryMaxMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GoAway message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.GoAway
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.GoAway & arqonbus.v1.GoAway.$Shape} GoAway
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GoAway.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.GoAway();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryMinMs = value;
                            else
                                delete message.retryMinMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryMaxMs = value;
                            else
                                delete message.retryMaxMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GoAway;
        })();

        v1.Member = (function() {

            /**
             * Properties of a Member.
             * @typedef {Object} arqonbus.v1.Member.$Properties
             * @property {string|null} [clientId] Member clientId
             * @property {arqonbus.v1.ClientType|null} [clientType] Member clientType
             * @property {string|null} [screenName] Member screenName
             * @property {Array.<string>|null} [capabilities] Member capabilities
             * @property {string|null} [subject] Member subject
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Member.
             * @memberof arqonbus.v1
             * @interface IMember
             * @augments arqonbus.v1.Member.$Properties
             * @deprecated Use arqonbus.v1.Member.$Properties instead.
             */

            /**
             * Shape of a Member.
             * @typedef {arqonbus.v1.Member.$Properties} arqonbus.v1.Member.$Shape
             */

            /**
             * Constructs a new Member.
             * @memberof arqonbus.v1
             * @classdesc Represents a Member.
             * @constructor
             * @param {arqonbus.v1.Member.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Member = function (properties) {
                this.capabilities = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Member clientId.
             * @member {string} clientId
             * @memberof arqonbus.v1.Member
             * @instance
             */
            Member.prototype.clientId = "";

            /**
             * Member clientType.
             * @member {arqonbus.v1.ClientType} clientType
             * @memberof arqonbus.v1.Member
             * @instance
             */
            Member.prototype.clientType = 0;

            /**
             * Member screenName.
             * @member {string} screenName
             * @memberof arqonbus.v1.Member
             * @instance
             */
            Member.prototype.screenName = "";

            /**
             * Member capabilities.
             * @member {Array.<string>} capabilities
             * @memberof arqonbus.v1.Member
             * @instance
             */
            Member.prototype.capabilities = $util.emptyArray;

            /**
             * Member subject.
             * @member {string} subject
             * @memberof arqonbus.v1.Member
             * @instance
             */
            Member.prototype.subject = "";

            /**
             * Creates a new Member instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Member
             * @static
             * @param {arqonbus.v1.Member.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Member} Member instance
             * @type {{
             *   (properties: arqonbus.v1.Member.$Shape): arqonbus.v1.Member & arqonbus.v1.Member.$Shape;
             *   (properties?: arqonbus.v1.Member.$Properties): arqonbus.v1.Member;
             * }}
             */
            Member.create = function(properties) {
                return new Member(properties);
            };

            /**
             * Encodes the specified Member message. Does not implicitly {@link arqonbus.v1.Member.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Member
             * @static
             * @param {arqonbus.v1.Member.$Properties} message Member message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Member.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clientId != null && $Object.hasOwnProperty.call(message, "clientId") && message.clientId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.clientId);
                if (message.clientType != null && $Object.hasOwnProperty.call(message, "clientType") && message.clientType !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.clientType);
                if (message.screenName != null && $Object.hasOwnProperty.call(message, "screenName") && message.screenName !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.screenName);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.capabilities[i]);
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.subject);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Member
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Member & arqonbus.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Member.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Member();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.clientId = value;
                            else
                                delete message.clientId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.clientType = value;
                            else
                                delete message.clientType;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.screenName = value;
                            else
                                delete message.screenName;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Member;
        })();

        v1.PresenceEvent = (function() {

            /**
             * Properties of a PresenceEvent.
             * @typedef {Object} arqonbus.v1.PresenceEvent.$Properties
             * @property {Array.<arqonbus.v1.Member.$Properties>|null} [joined] PresenceEvent joined
             * @property {Array.<string>|null} [left] PresenceEvent left
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceEvent.
             * @memberof arqonbus.v1
             * @interface IPresenceEvent
             * @augments arqonbus.v1.PresenceEvent.$Properties
             * @deprecated Use arqonbus.v1.PresenceEvent.$Properties instead.
             */

            /**
             * Shape of a PresenceEvent.
             * @typedef {arqonbus.v1.PresenceEvent.$Properties} arqonbus.v1.PresenceEvent.$Shape
             */

            /**
             * Constructs a new PresenceEvent.
             * @memberof arqonbus.v1
             * @classdesc Represents a PresenceEvent.
             * @constructor
             * @param {arqonbus.v1.PresenceEvent.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceEvent = function (properties) {
                this.joined = [];
                this.left = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceEvent joined.
             * @member {Array.<arqonbus.v1.Member.$Properties>} joined
             * @memberof arqonbus.v1.PresenceEvent
             * @instance
             */
            PresenceEvent.prototype.joined = $util.emptyArray;

            /**
             * PresenceEvent left.
             * @member {Array.<string>} left
             * @memberof arqonbus.v1.PresenceEvent
             * @instance
             */
            PresenceEvent.prototype.left = $util.emptyArray;

            /**
             * Creates a new PresenceEvent instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.PresenceEvent
             * @static
             * @param {arqonbus.v1.PresenceEvent.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.PresenceEvent} PresenceEvent instance
             * @type {{
             *   (properties: arqonbus.v1.PresenceEvent.$Shape): arqonbus.v1.PresenceEvent & arqonbus.v1.PresenceEvent.$Shape;
             *   (properties?: arqonbus.v1.PresenceEvent.$Properties): arqonbus.v1.PresenceEvent;
             * }}
             */
            PresenceEvent.create = function(properties) {
                return new PresenceEvent(properties);
            };

            /**
             * Encodes the specified PresenceEvent message. Does not implicitly {@link arqonbus.v1.PresenceEvent.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.PresenceEvent
             * @static
             * @param {arqonbus.v1.PresenceEvent.$Properties} message PresenceEvent message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.joined != null && message.joined.length)
                    for (let i = 0; i < message.joined.length; ++i)
                        $root.arqonbus.v1.Member.encode(message.joined[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.left != null && message.left.length)
                    for (let i = 0; i < message.left.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.left[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceEvent message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.PresenceEvent
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.PresenceEvent & arqonbus.v1.PresenceEvent.$Shape} PresenceEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.PresenceEvent();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.joined && message.joined.length))
                                message.joined = [];
                            message.joined.push($root.arqonbus.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.left && message.left.length))
                                message.left = [];
                            message.left.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PresenceEvent;
        })();

        /**
         * Retry enum.
         * @name arqonbus.v1.Retry
         * @enum {number}
         * @property {number} NEVER=0 NEVER value
         * @property {number} RETRY=1 RETRY value
         * @property {number} AFTER_REAUTH=2 AFTER_REAUTH value
         * @property {number} RESYNC=3 RESYNC value
         */
        v1.Retry = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NEVER"] = 0;
            values[valuesById[1] = "RETRY"] = 1;
            values[valuesById[2] = "AFTER_REAUTH"] = 2;
            values[valuesById[3] = "RESYNC"] = 3;
            return values;
        })();

        /**
         * ErrorCode enum.
         * @name arqonbus.v1.ErrorCode
         * @enum {number}
         * @property {number} ERROR_CODE_UNSPECIFIED=0 ERROR_CODE_UNSPECIFIED value
         * @property {number} MALFORMED_FRAME=1 MALFORMED_FRAME value
         * @property {number} MALFORMED_ENVELOPE=2 MALFORMED_ENVELOPE value
         * @property {number} MISSING_FIELD=3 MISSING_FIELD value
         * @property {number} REPEATED_FIELD=4 REPEATED_FIELD value
         * @property {number} FORBIDDEN_FIELD=5 FORBIDDEN_FIELD value
         * @property {number} UNKNOWN_TYPE=6 UNKNOWN_TYPE value
         * @property {number} UNSUPPORTED_VERSION=7 UNSUPPORTED_VERSION value
         * @property {number} INVALID_IDENTIFIER=8 INVALID_IDENTIFIER value
         * @property {number} PAYLOAD_TOO_LARGE=9 PAYLOAD_TOO_LARGE value
         * @property {number} TOO_MANY_ENVELOPES=10 TOO_MANY_ENVELOPES value
         * @property {number} TOO_MANY_ERRORS=11 TOO_MANY_ERRORS value
         * @property {number} INVALID_ARGUMENT=12 INVALID_ARGUMENT value
         * @property {number} TEXT_NOT_SUPPORTED=13 TEXT_NOT_SUPPORTED value
         * @property {number} UNAUTHENTICATED=20 UNAUTHENTICATED value
         * @property {number} PERMISSION_DENIED=21 PERMISSION_DENIED value
         * @property {number} CREDENTIAL_EXPIRED=22 CREDENTIAL_EXPIRED value
         * @property {number} ALREADY_WELCOMED=23 ALREADY_WELCOMED value
         * @property {number} COMMAND_DISABLED=24 COMMAND_DISABLED value
         * @property {number} NOT_FOUND=30 NOT_FOUND value
         * @property {number} ALREADY_EXISTS=31 ALREADY_EXISTS value
         * @property {number} NOT_JOINED=32 NOT_JOINED value
         * @property {number} GROUP_CONFLICT=33 GROUP_CONFLICT value
         * @property {number} NO_RESPONDER=34 NO_RESPONDER value
         * @property {number} DEADLINE_EXCEEDED=35 DEADLINE_EXCEEDED value
         * @property {number} HOP_LIMIT_EXCEEDED=36 HOP_LIMIT_EXCEEDED value
         * @property {number} ID_CONFLICT=37 ID_CONFLICT value
         * @property {number} RATE_LIMITED=40 RATE_LIMITED value
         * @property {number} LIMIT_EXCEEDED=41 LIMIT_EXCEEDED value
         * @property {number} SLOW_CONSUMER=42 SLOW_CONSUMER value
         * @property {number} STORAGE_UNAVAILABLE=50 STORAGE_UNAVAILABLE value
         * @property {number} DURABILITY_UNAVAILABLE=51 DURABILITY_UNAVAILABLE value
         * @property {number} OUTCOME_UNKNOWN=52 OUTCOME_UNKNOWN value
         * @property {number} CASIL_POLICY_BLOCKED=60 CASIL_POLICY_BLOCKED value
         * @property {number} CASIL_POLICY_BLOCKED_SECRET=61 CASIL_POLICY_BLOCKED_SECRET value
         * @property {number} CASIL_POLICY_BLOCKED_PERSONAL_DATA=62 CASIL_POLICY_BLOCKED_PERSONAL_DATA value
         * @property {number} CASIL_POLICY_OVERSIZE=63 CASIL_POLICY_OVERSIZE value
         * @property {number} CASIL_POLICY_WORK_LIMIT=64 CASIL_POLICY_WORK_LIMIT value
         * @property {number} CASIL_POLICY_UNMASKABLE=65 CASIL_POLICY_UNMASKABLE value
         * @property {number} CASIL_INTERNAL_BLOCK=66 CASIL_INTERNAL_BLOCK value
         * @property {number} SHUTTING_DOWN=70 SHUTTING_DOWN value
         * @property {number} INTERNAL=71 INTERNAL value
         */
        v1.ErrorCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ERROR_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "MALFORMED_FRAME"] = 1;
            values[valuesById[2] = "MALFORMED_ENVELOPE"] = 2;
            values[valuesById[3] = "MISSING_FIELD"] = 3;
            values[valuesById[4] = "REPEATED_FIELD"] = 4;
            values[valuesById[5] = "FORBIDDEN_FIELD"] = 5;
            values[valuesById[6] = "UNKNOWN_TYPE"] = 6;
            values[valuesById[7] = "UNSUPPORTED_VERSION"] = 7;
            values[valuesById[8] = "INVALID_IDENTIFIER"] = 8;
            values[valuesById[9] = "PAYLOAD_TOO_LARGE"] = 9;
            values[valuesById[10] = "TOO_MANY_ENVELOPES"] = 10;
            values[valuesById[11] = "TOO_MANY_ERRORS"] = 11;
            values[valuesById[12] = "INVALID_ARGUMENT"] = 12;
            values[valuesById[13] = "TEXT_NOT_SUPPORTED"] = 13;
            values[valuesById[20] = "UNAUTHENTICATED"] = 20;
            values[valuesById[21] = "PERMISSION_DENIED"] = 21;
            values[valuesById[22] = "CREDENTIAL_EXPIRED"] = 22;
            values[valuesById[23] = "ALREADY_WELCOMED"] = 23;
            values[valuesById[24] = "COMMAND_DISABLED"] = 24;
            values[valuesById[30] = "NOT_FOUND"] = 30;
            values[valuesById[31] = "ALREADY_EXISTS"] = 31;
            values[valuesById[32] = "NOT_JOINED"] = 32;
            values[valuesById[33] = "GROUP_CONFLICT"] = 33;
            values[valuesById[34] = "NO_RESPONDER"] = 34;
            values[valuesById[35] = "DEADLINE_EXCEEDED"] = 35;
            values[valuesById[36] = "HOP_LIMIT_EXCEEDED"] = 36;
            values[valuesById[37] = "ID_CONFLICT"] = 37;
            values[valuesById[40] = "RATE_LIMITED"] = 40;
            values[valuesById[41] = "LIMIT_EXCEEDED"] = 41;
            values[valuesById[42] = "SLOW_CONSUMER"] = 42;
            values[valuesById[50] = "STORAGE_UNAVAILABLE"] = 50;
            values[valuesById[51] = "DURABILITY_UNAVAILABLE"] = 51;
            values[valuesById[52] = "OUTCOME_UNKNOWN"] = 52;
            values[valuesById[60] = "CASIL_POLICY_BLOCKED"] = 60;
            values[valuesById[61] = "CASIL_POLICY_BLOCKED_SECRET"] = 61;
            values[valuesById[62] = "CASIL_POLICY_BLOCKED_PERSONAL_DATA"] = 62;
            values[valuesById[63] = "CASIL_POLICY_OVERSIZE"] = 63;
            values[valuesById[64] = "CASIL_POLICY_WORK_LIMIT"] = 64;
            values[valuesById[65] = "CASIL_POLICY_UNMASKABLE"] = 65;
            values[valuesById[66] = "CASIL_INTERNAL_BLOCK"] = 66;
            values[valuesById[70] = "SHUTTING_DOWN"] = 70;
            values[valuesById[71] = "INTERNAL"] = 71;
            return values;
        })();

        /**
         * CloseCode enum.
         * @name arqonbus.v1.CloseCode
         * @enum {number}
         * @property {number} CLOSE_CODE_UNSPECIFIED=0 CLOSE_CODE_UNSPECIFIED value
         * @property {number} GOING_AWAY=4000 GOING_AWAY value
         * @property {number} HEARTBEAT_TIMEOUT=4001 HEARTBEAT_TIMEOUT value
         * @property {number} CLOSED_SLOW_CONSUMER=4002 CLOSED_SLOW_CONSUMER value
         * @property {number} SERVER_BUSY=4003 SERVER_BUSY value
         * @property {number} DISCONNECTED_BY_OPERATOR=4004 DISCONNECTED_BY_OPERATOR value
         * @property {number} INTERNAL_ERROR=4005 INTERNAL_ERROR value
         * @property {number} CLOSED_UNAUTHENTICATED=4500 CLOSED_UNAUTHENTICATED value
         * @property {number} CLOSED_MALFORMED_FRAME=4501 CLOSED_MALFORMED_FRAME value
         * @property {number} CLOSED_TEXT_NOT_SUPPORTED=4502 CLOSED_TEXT_NOT_SUPPORTED value
         * @property {number} CLOSED_TOO_MANY_STRIKES=4503 CLOSED_TOO_MANY_STRIKES value
         */
        v1.CloseCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CLOSE_CODE_UNSPECIFIED"] = 0;
            values[valuesById[4000] = "GOING_AWAY"] = 4000;
            values[valuesById[4001] = "HEARTBEAT_TIMEOUT"] = 4001;
            values[valuesById[4002] = "CLOSED_SLOW_CONSUMER"] = 4002;
            values[valuesById[4003] = "SERVER_BUSY"] = 4003;
            values[valuesById[4004] = "DISCONNECTED_BY_OPERATOR"] = 4004;
            values[valuesById[4005] = "INTERNAL_ERROR"] = 4005;
            values[valuesById[4500] = "CLOSED_UNAUTHENTICATED"] = 4500;
            values[valuesById[4501] = "CLOSED_MALFORMED_FRAME"] = 4501;
            values[valuesById[4502] = "CLOSED_TEXT_NOT_SUPPORTED"] = 4502;
            values[valuesById[4503] = "CLOSED_TOO_MANY_STRIKES"] = 4503;
            return values;
        })();

        /**
         * CasilOutcome enum.
         * @name arqonbus.v1.CasilOutcome
         * @enum {number}
         * @property {number} CASIL_OUTCOME_UNSPECIFIED=0 CASIL_OUTCOME_UNSPECIFIED value
         * @property {number} CASIL_ALLOW=1 CASIL_ALLOW value
         * @property {number} CASIL_ALLOW_WITH_REDACTION=2 CASIL_ALLOW_WITH_REDACTION value
         * @property {number} CASIL_BLOCK=3 CASIL_BLOCK value
         */
        v1.CasilOutcome = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CASIL_OUTCOME_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CASIL_ALLOW"] = 1;
            values[valuesById[2] = "CASIL_ALLOW_WITH_REDACTION"] = 2;
            values[valuesById[3] = "CASIL_BLOCK"] = 3;
            return values;
        })();

        /**
         * CasilRisk enum.
         * @name arqonbus.v1.CasilRisk
         * @enum {number}
         * @property {number} CASIL_RISK_UNSPECIFIED=0 CASIL_RISK_UNSPECIFIED value
         * @property {number} CASIL_RISK_LOW=1 CASIL_RISK_LOW value
         * @property {number} CASIL_RISK_MEDIUM=2 CASIL_RISK_MEDIUM value
         * @property {number} CASIL_RISK_HIGH=3 CASIL_RISK_HIGH value
         */
        v1.CasilRisk = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CASIL_RISK_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CASIL_RISK_LOW"] = 1;
            values[valuesById[2] = "CASIL_RISK_MEDIUM"] = 2;
            values[valuesById[3] = "CASIL_RISK_HIGH"] = 3;
            return values;
        })();

        v1.CasilMetadata = (function() {

            /**
             * Properties of a CasilMetadata.
             * @typedef {Object} arqonbus.v1.CasilMetadata.$Properties
             * @property {arqonbus.v1.CasilOutcome|null} [outcome] CasilMetadata outcome
             * @property {string|null} [kind] CasilMetadata kind
             * @property {arqonbus.v1.CasilRisk|null} [riskLevel] CasilMetadata riskLevel
             * @property {Array.<string>|null} [flags] CasilMetadata flags
             * @property {Array.<string>|null} [ruleIds] CasilMetadata ruleIds
             * @property {string|null} [reasonCode] CasilMetadata reasonCode
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CasilMetadata.
             * @memberof arqonbus.v1
             * @interface ICasilMetadata
             * @augments arqonbus.v1.CasilMetadata.$Properties
             * @deprecated Use arqonbus.v1.CasilMetadata.$Properties instead.
             */

            /**
             * Shape of a CasilMetadata.
             * @typedef {arqonbus.v1.CasilMetadata.$Properties} arqonbus.v1.CasilMetadata.$Shape
             */

            /**
             * Constructs a new CasilMetadata.
             * @memberof arqonbus.v1
             * @classdesc Represents a CasilMetadata.
             * @constructor
             * @param {arqonbus.v1.CasilMetadata.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CasilMetadata = function (properties) {
                this.flags = [];
                this.ruleIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CasilMetadata outcome.
             * @member {arqonbus.v1.CasilOutcome} outcome
             * @memberof arqonbus.v1.CasilMetadata
             * @instance
             */
            CasilMetadata.prototype.outcome = 0;

            /**
             * CasilMetadata kind.
             * @member {string} kind
             * @memberof arqonbus.v1.CasilMetadata
             * @instance
             */
            CasilMetadata.prototype.kind = "";

            /**
             * CasilMetadata riskLevel.
             * @member {arqonbus.v1.CasilRisk} riskLevel
             * @memberof arqonbus.v1.CasilMetadata
             * @instance
             */
            CasilMetadata.prototype.riskLevel = 0;

            /**
             * CasilMetadata flags.
             * @member {Array.<string>} flags
             * @memberof arqonbus.v1.CasilMetadata
             * @instance
             */
            CasilMetadata.prototype.flags = $util.emptyArray;

            /**
             * CasilMetadata ruleIds.
             * @member {Array.<string>} ruleIds
             * @memberof arqonbus.v1.CasilMetadata
             * @instance
             */
            CasilMetadata.prototype.ruleIds = $util.emptyArray;

            /**
             * CasilMetadata reasonCode.
             * @member {string} reasonCode
             * @memberof arqonbus.v1.CasilMetadata
             * @instance
             */
            CasilMetadata.prototype.reasonCode = "";

            /**
             * Creates a new CasilMetadata instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.CasilMetadata
             * @static
             * @param {arqonbus.v1.CasilMetadata.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.CasilMetadata} CasilMetadata instance
             * @type {{
             *   (properties: arqonbus.v1.CasilMetadata.$Shape): arqonbus.v1.CasilMetadata & arqonbus.v1.CasilMetadata.$Shape;
             *   (properties?: arqonbus.v1.CasilMetadata.$Properties): arqonbus.v1.CasilMetadata;
             * }}
             */
            CasilMetadata.create = function(properties) {
                return new CasilMetadata(properties);
            };

            /**
             * Encodes the specified CasilMetadata message. Does not implicitly {@link arqonbus.v1.CasilMetadata.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.CasilMetadata
             * @static
             * @param {arqonbus.v1.CasilMetadata.$Properties} message CasilMetadata message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CasilMetadata.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.outcome);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.kind);
                if (message.riskLevel != null && $Object.hasOwnProperty.call(message, "riskLevel") && message.riskLevel !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.riskLevel);
                if (message.flags != null && message.flags.length)
                    for (let i = 0; i < message.flags.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.flags[i]);
                if (message.ruleIds != null && message.ruleIds.length)
                    for (let i = 0; i < message.ruleIds.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.ruleIds[i]);
                if (message.reasonCode != null && $Object.hasOwnProperty.call(message, "reasonCode") && message.reasonCode !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.reasonCode);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CasilMetadata message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.CasilMetadata
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.CasilMetadata & arqonbus.v1.CasilMetadata.$Shape} CasilMetadata
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CasilMetadata.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.CasilMetadata();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kind = value;
                            else
                                delete message.kind;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.riskLevel = value;
                            else
                                delete message.riskLevel;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.flags && message.flags.length))
                                message.flags = [];
                            message.flags.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ruleIds && message.ruleIds.length))
                                message.ruleIds = [];
                            message.ruleIds.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reasonCode = value;
                            else
                                delete message.reasonCode;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CasilMetadata;
        })();

        v1.Command = (function() {

            /**
             * Properties of a Command.
             * @typedef {Object} arqonbus.v1.Command.$Properties
             * @property {arqonbus.v1.PingCommand.$Properties|null} [ping] Command ping
             * @property {arqonbus.v1.StatusCommand.$Properties|null} [status] Command status
             * @property {arqonbus.v1.JoinCommand.$Properties|null} [join] Command join
             * @property {arqonbus.v1.LeaveCommand.$Properties|null} [leave] Command leave
             * @property {arqonbus.v1.CreateChannelCommand.$Properties|null} [createChannel] Command createChannel
             * @property {arqonbus.v1.DeleteChannelCommand.$Properties|null} [deleteChannel] Command deleteChannel
             * @property {arqonbus.v1.ListRoomsCommand.$Properties|null} [listRooms] Command listRooms
             * @property {arqonbus.v1.ListChannelsCommand.$Properties|null} [listChannels] Command listChannels
             * @property {arqonbus.v1.ChannelInfoCommand.$Properties|null} [channelInfo] Command channelInfo
             * @property {arqonbus.v1.PresenceCommand.$Properties|null} [presence] Command presence
             * @property {arqonbus.v1.HistoryCommand.$Properties|null} [history] Command history
             * @property {arqonbus.v1.RefreshTokenCommand.$Properties|null} [refreshToken] Command refreshToken
             * @property {arqonbus.v1.HelpCommand.$Properties|null} [help] Command help
             * @property {"ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help"} [command] Command command
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Command.
             * @memberof arqonbus.v1
             * @interface ICommand
             * @augments arqonbus.v1.Command.$Properties
             * @deprecated Use arqonbus.v1.Command.$Properties instead.
             */

            /**
             * Narrowed shape of a Command.
             * @typedef {{
             *   ping?: arqonbus.v1.PingCommand.$Shape|null;
             *   status?: arqonbus.v1.StatusCommand.$Shape|null;
             *   join?: arqonbus.v1.JoinCommand.$Shape|null;
             *   leave?: arqonbus.v1.LeaveCommand.$Shape|null;
             *   createChannel?: arqonbus.v1.CreateChannelCommand.$Shape|null;
             *   deleteChannel?: arqonbus.v1.DeleteChannelCommand.$Shape|null;
             *   listRooms?: arqonbus.v1.ListRoomsCommand.$Shape|null;
             *   listChannels?: arqonbus.v1.ListChannelsCommand.$Shape|null;
             *   channelInfo?: arqonbus.v1.ChannelInfoCommand.$Shape|null;
             *   presence?: arqonbus.v1.PresenceCommand.$Shape|null;
             *   history?: arqonbus.v1.HistoryCommand.$Shape|null;
             *   refreshToken?: arqonbus.v1.RefreshTokenCommand.$Shape|null;
             *   help?: arqonbus.v1.HelpCommand.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ command?: undefined; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "ping"; ping: arqonbus.v1.PingCommand.$Shape; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "status"; ping?: null; status: arqonbus.v1.StatusCommand.$Shape; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "join"; ping?: null; status?: null; join: arqonbus.v1.JoinCommand.$Shape; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "leave"; ping?: null; status?: null; join?: null; leave: arqonbus.v1.LeaveCommand.$Shape; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "createChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel: arqonbus.v1.CreateChannelCommand.$Shape; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "deleteChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel: arqonbus.v1.DeleteChannelCommand.$Shape; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "listRooms"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms: arqonbus.v1.ListRoomsCommand.$Shape; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "listChannels"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels: arqonbus.v1.ListChannelsCommand.$Shape; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "channelInfo"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo: arqonbus.v1.ChannelInfoCommand.$Shape; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "presence"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence: arqonbus.v1.PresenceCommand.$Shape; history?: null; refreshToken?: null; help?: null }|{ command?: "history"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history: arqonbus.v1.HistoryCommand.$Shape; refreshToken?: null; help?: null }|{ command?: "refreshToken"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken: arqonbus.v1.RefreshTokenCommand.$Shape; help?: null }|{ command?: "help"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help: arqonbus.v1.HelpCommand.$Shape })
             * )} arqonbus.v1.Command.$Shape
             */

            /**
             * Constructs a new Command.
             * @memberof arqonbus.v1
             * @classdesc Represents a Command.
             * @constructor
             * @param {arqonbus.v1.Command.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Command ping.
             * @member {arqonbus.v1.PingCommand.$Properties|null|undefined} ping
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.ping = null;

            /**
             * Command status.
             * @member {arqonbus.v1.StatusCommand.$Properties|null|undefined} status
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.status = null;

            /**
             * Command join.
             * @member {arqonbus.v1.JoinCommand.$Properties|null|undefined} join
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.join = null;

            /**
             * Command leave.
             * @member {arqonbus.v1.LeaveCommand.$Properties|null|undefined} leave
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.leave = null;

            /**
             * Command createChannel.
             * @member {arqonbus.v1.CreateChannelCommand.$Properties|null|undefined} createChannel
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.createChannel = null;

            /**
             * Command deleteChannel.
             * @member {arqonbus.v1.DeleteChannelCommand.$Properties|null|undefined} deleteChannel
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.deleteChannel = null;

            /**
             * Command listRooms.
             * @member {arqonbus.v1.ListRoomsCommand.$Properties|null|undefined} listRooms
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.listRooms = null;

            /**
             * Command listChannels.
             * @member {arqonbus.v1.ListChannelsCommand.$Properties|null|undefined} listChannels
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.listChannels = null;

            /**
             * Command channelInfo.
             * @member {arqonbus.v1.ChannelInfoCommand.$Properties|null|undefined} channelInfo
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.channelInfo = null;

            /**
             * Command presence.
             * @member {arqonbus.v1.PresenceCommand.$Properties|null|undefined} presence
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.presence = null;

            /**
             * Command history.
             * @member {arqonbus.v1.HistoryCommand.$Properties|null|undefined} history
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.history = null;

            /**
             * Command refreshToken.
             * @member {arqonbus.v1.RefreshTokenCommand.$Properties|null|undefined} refreshToken
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.refreshToken = null;

            /**
             * Command help.
             * @member {arqonbus.v1.HelpCommand.$Properties|null|undefined} help
             * @memberof arqonbus.v1.Command
             * @instance
             */
            Command.prototype.help = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Command command.
             * @member {"ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help"|undefined} command
             * @memberof arqonbus.v1.Command
             * @instance
             */
            $Object.defineProperty(Command.prototype, "command", {
                get: $util.oneOfGetter($oneOfFields = ["ping", "status", "join", "leave", "createChannel", "deleteChannel", "listRooms", "listChannels", "channelInfo", "presence", "history", "refreshToken", "help"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Command instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Command
             * @static
             * @param {arqonbus.v1.Command.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Command} Command instance
             * @type {{
             *   (properties: arqonbus.v1.Command.$Shape): arqonbus.v1.Command & arqonbus.v1.Command.$Shape;
             *   (properties?: arqonbus.v1.Command.$Properties): arqonbus.v1.Command;
             * }}
             */
            Command.create = function(properties) {
                return new Command(properties);
            };

            /**
             * Encodes the specified Command message. Does not implicitly {@link arqonbus.v1.Command.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Command
             * @static
             * @param {arqonbus.v1.Command.$Properties} message Command message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                    $root.arqonbus.v1.PingCommand.encode(message.ping, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.arqonbus.v1.StatusCommand.encode(message.status, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.join != null && $Object.hasOwnProperty.call(message, "join"))
                    $root.arqonbus.v1.JoinCommand.encode(message.join, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.leave != null && $Object.hasOwnProperty.call(message, "leave"))
                    $root.arqonbus.v1.LeaveCommand.encode(message.leave, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.createChannel != null && $Object.hasOwnProperty.call(message, "createChannel"))
                    $root.arqonbus.v1.CreateChannelCommand.encode(message.createChannel, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.deleteChannel != null && $Object.hasOwnProperty.call(message, "deleteChannel"))
                    $root.arqonbus.v1.DeleteChannelCommand.encode(message.deleteChannel, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.listRooms != null && $Object.hasOwnProperty.call(message, "listRooms"))
                    $root.arqonbus.v1.ListRoomsCommand.encode(message.listRooms, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.listChannels != null && $Object.hasOwnProperty.call(message, "listChannels"))
                    $root.arqonbus.v1.ListChannelsCommand.encode(message.listChannels, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.channelInfo != null && $Object.hasOwnProperty.call(message, "channelInfo"))
                    $root.arqonbus.v1.ChannelInfoCommand.encode(message.channelInfo, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.presence != null && $Object.hasOwnProperty.call(message, "presence"))
                    $root.arqonbus.v1.PresenceCommand.encode(message.presence, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.history != null && $Object.hasOwnProperty.call(message, "history"))
                    $root.arqonbus.v1.HistoryCommand.encode(message.history, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.refreshToken != null && $Object.hasOwnProperty.call(message, "refreshToken"))
                    $root.arqonbus.v1.RefreshTokenCommand.encode(message.refreshToken, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.help != null && $Object.hasOwnProperty.call(message, "help"))
                    $root.arqonbus.v1.HelpCommand.encode(message.help, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Command
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Command & arqonbus.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Command();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.ping = $root.arqonbus.v1.PingCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                            message.command = "ping";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.arqonbus.v1.StatusCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            message.command = "status";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.join = $root.arqonbus.v1.JoinCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.join);
                            message.command = "join";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.leave = $root.arqonbus.v1.LeaveCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.leave);
                            message.command = "leave";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.createChannel = $root.arqonbus.v1.CreateChannelCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.createChannel);
                            message.command = "createChannel";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.deleteChannel = $root.arqonbus.v1.DeleteChannelCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteChannel);
                            message.command = "deleteChannel";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.listRooms = $root.arqonbus.v1.ListRoomsCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.listRooms);
                            message.command = "listRooms";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.listChannels = $root.arqonbus.v1.ListChannelsCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.listChannels);
                            message.command = "listChannels";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.channelInfo = $root.arqonbus.v1.ChannelInfoCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.channelInfo);
                            message.command = "channelInfo";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.presence = $root.arqonbus.v1.PresenceCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.presence);
                            message.command = "presence";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.history = $root.arqonbus.v1.HistoryCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.history);
                            message.command = "history";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.refreshToken = $root.arqonbus.v1.RefreshTokenCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.refreshToken);
                            message.command = "refreshToken";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.help = $root.arqonbus.v1.HelpCommand.decode(reader, reader.size(), $undefined, _depth + 1, message.help);
                            message.command = "help";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Command;
        })();

        v1.CommandResult = (function() {

            /**
             * Properties of a CommandResult.
             * @typedef {Object} arqonbus.v1.CommandResult.$Properties
             * @property {arqonbus.v1.PingResult.$Properties|null} [ping] CommandResult ping
             * @property {arqonbus.v1.StatusResult.$Properties|null} [status] CommandResult status
             * @property {arqonbus.v1.JoinResult.$Properties|null} [join] CommandResult join
             * @property {arqonbus.v1.LeaveResult.$Properties|null} [leave] CommandResult leave
             * @property {arqonbus.v1.CreateChannelResult.$Properties|null} [createChannel] CommandResult createChannel
             * @property {arqonbus.v1.DeleteChannelResult.$Properties|null} [deleteChannel] CommandResult deleteChannel
             * @property {arqonbus.v1.ListRoomsResult.$Properties|null} [listRooms] CommandResult listRooms
             * @property {arqonbus.v1.ListChannelsResult.$Properties|null} [listChannels] CommandResult listChannels
             * @property {arqonbus.v1.ChannelInfoResult.$Properties|null} [channelInfo] CommandResult channelInfo
             * @property {arqonbus.v1.PresenceResult.$Properties|null} [presence] CommandResult presence
             * @property {arqonbus.v1.HistoryResult.$Properties|null} [history] CommandResult history
             * @property {arqonbus.v1.RefreshTokenResult.$Properties|null} [refreshToken] CommandResult refreshToken
             * @property {arqonbus.v1.HelpResult.$Properties|null} [help] CommandResult help
             * @property {"ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help"} [result] CommandResult result
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CommandResult.
             * @memberof arqonbus.v1
             * @interface ICommandResult
             * @augments arqonbus.v1.CommandResult.$Properties
             * @deprecated Use arqonbus.v1.CommandResult.$Properties instead.
             */

            /**
             * Narrowed shape of a CommandResult.
             * @typedef {{
             *   ping?: arqonbus.v1.PingResult.$Shape|null;
             *   status?: arqonbus.v1.StatusResult.$Shape|null;
             *   join?: arqonbus.v1.JoinResult.$Shape|null;
             *   leave?: arqonbus.v1.LeaveResult.$Shape|null;
             *   createChannel?: arqonbus.v1.CreateChannelResult.$Shape|null;
             *   deleteChannel?: arqonbus.v1.DeleteChannelResult.$Shape|null;
             *   listRooms?: arqonbus.v1.ListRoomsResult.$Shape|null;
             *   listChannels?: arqonbus.v1.ListChannelsResult.$Shape|null;
             *   channelInfo?: arqonbus.v1.ChannelInfoResult.$Shape|null;
             *   presence?: arqonbus.v1.PresenceResult.$Shape|null;
             *   history?: arqonbus.v1.HistoryResult.$Shape|null;
             *   refreshToken?: arqonbus.v1.RefreshTokenResult.$Shape|null;
             *   help?: arqonbus.v1.HelpResult.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ result?: undefined; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "ping"; ping: arqonbus.v1.PingResult.$Shape; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "status"; ping?: null; status: arqonbus.v1.StatusResult.$Shape; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "join"; ping?: null; status?: null; join: arqonbus.v1.JoinResult.$Shape; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "leave"; ping?: null; status?: null; join?: null; leave: arqonbus.v1.LeaveResult.$Shape; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "createChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel: arqonbus.v1.CreateChannelResult.$Shape; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "deleteChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel: arqonbus.v1.DeleteChannelResult.$Shape; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "listRooms"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms: arqonbus.v1.ListRoomsResult.$Shape; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "listChannels"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels: arqonbus.v1.ListChannelsResult.$Shape; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "channelInfo"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo: arqonbus.v1.ChannelInfoResult.$Shape; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "presence"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence: arqonbus.v1.PresenceResult.$Shape; history?: null; refreshToken?: null; help?: null }|{ result?: "history"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history: arqonbus.v1.HistoryResult.$Shape; refreshToken?: null; help?: null }|{ result?: "refreshToken"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken: arqonbus.v1.RefreshTokenResult.$Shape; help?: null }|{ result?: "help"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help: arqonbus.v1.HelpResult.$Shape })
             * )} arqonbus.v1.CommandResult.$Shape
             */

            /**
             * Constructs a new CommandResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a CommandResult.
             * @constructor
             * @param {arqonbus.v1.CommandResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CommandResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CommandResult ping.
             * @member {arqonbus.v1.PingResult.$Properties|null|undefined} ping
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.ping = null;

            /**
             * CommandResult status.
             * @member {arqonbus.v1.StatusResult.$Properties|null|undefined} status
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.status = null;

            /**
             * CommandResult join.
             * @member {arqonbus.v1.JoinResult.$Properties|null|undefined} join
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.join = null;

            /**
             * CommandResult leave.
             * @member {arqonbus.v1.LeaveResult.$Properties|null|undefined} leave
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.leave = null;

            /**
             * CommandResult createChannel.
             * @member {arqonbus.v1.CreateChannelResult.$Properties|null|undefined} createChannel
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.createChannel = null;

            /**
             * CommandResult deleteChannel.
             * @member {arqonbus.v1.DeleteChannelResult.$Properties|null|undefined} deleteChannel
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.deleteChannel = null;

            /**
             * CommandResult listRooms.
             * @member {arqonbus.v1.ListRoomsResult.$Properties|null|undefined} listRooms
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.listRooms = null;

            /**
             * CommandResult listChannels.
             * @member {arqonbus.v1.ListChannelsResult.$Properties|null|undefined} listChannels
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.listChannels = null;

            /**
             * CommandResult channelInfo.
             * @member {arqonbus.v1.ChannelInfoResult.$Properties|null|undefined} channelInfo
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.channelInfo = null;

            /**
             * CommandResult presence.
             * @member {arqonbus.v1.PresenceResult.$Properties|null|undefined} presence
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.presence = null;

            /**
             * CommandResult history.
             * @member {arqonbus.v1.HistoryResult.$Properties|null|undefined} history
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.history = null;

            /**
             * CommandResult refreshToken.
             * @member {arqonbus.v1.RefreshTokenResult.$Properties|null|undefined} refreshToken
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.refreshToken = null;

            /**
             * CommandResult help.
             * @member {arqonbus.v1.HelpResult.$Properties|null|undefined} help
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            CommandResult.prototype.help = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * CommandResult result.
             * @member {"ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help"|undefined} result
             * @memberof arqonbus.v1.CommandResult
             * @instance
             */
            $Object.defineProperty(CommandResult.prototype, "result", {
                get: $util.oneOfGetter($oneOfFields = ["ping", "status", "join", "leave", "createChannel", "deleteChannel", "listRooms", "listChannels", "channelInfo", "presence", "history", "refreshToken", "help"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new CommandResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.CommandResult
             * @static
             * @param {arqonbus.v1.CommandResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.CommandResult} CommandResult instance
             * @type {{
             *   (properties: arqonbus.v1.CommandResult.$Shape): arqonbus.v1.CommandResult & arqonbus.v1.CommandResult.$Shape;
             *   (properties?: arqonbus.v1.CommandResult.$Properties): arqonbus.v1.CommandResult;
             * }}
             */
            CommandResult.create = function(properties) {
                return new CommandResult(properties);
            };

            /**
             * Encodes the specified CommandResult message. Does not implicitly {@link arqonbus.v1.CommandResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.CommandResult
             * @static
             * @param {arqonbus.v1.CommandResult.$Properties} message CommandResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CommandResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                    $root.arqonbus.v1.PingResult.encode(message.ping, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.arqonbus.v1.StatusResult.encode(message.status, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.join != null && $Object.hasOwnProperty.call(message, "join"))
                    $root.arqonbus.v1.JoinResult.encode(message.join, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.leave != null && $Object.hasOwnProperty.call(message, "leave"))
                    $root.arqonbus.v1.LeaveResult.encode(message.leave, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.createChannel != null && $Object.hasOwnProperty.call(message, "createChannel"))
                    $root.arqonbus.v1.CreateChannelResult.encode(message.createChannel, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.deleteChannel != null && $Object.hasOwnProperty.call(message, "deleteChannel"))
                    $root.arqonbus.v1.DeleteChannelResult.encode(message.deleteChannel, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.listRooms != null && $Object.hasOwnProperty.call(message, "listRooms"))
                    $root.arqonbus.v1.ListRoomsResult.encode(message.listRooms, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.listChannels != null && $Object.hasOwnProperty.call(message, "listChannels"))
                    $root.arqonbus.v1.ListChannelsResult.encode(message.listChannels, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.channelInfo != null && $Object.hasOwnProperty.call(message, "channelInfo"))
                    $root.arqonbus.v1.ChannelInfoResult.encode(message.channelInfo, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.presence != null && $Object.hasOwnProperty.call(message, "presence"))
                    $root.arqonbus.v1.PresenceResult.encode(message.presence, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.history != null && $Object.hasOwnProperty.call(message, "history"))
                    $root.arqonbus.v1.HistoryResult.encode(message.history, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.refreshToken != null && $Object.hasOwnProperty.call(message, "refreshToken"))
                    $root.arqonbus.v1.RefreshTokenResult.encode(message.refreshToken, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
                if (message.help != null && $Object.hasOwnProperty.call(message, "help"))
                    $root.arqonbus.v1.HelpResult.encode(message.help, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CommandResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.CommandResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.CommandResult & arqonbus.v1.CommandResult.$Shape} CommandResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CommandResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.CommandResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.ping = $root.arqonbus.v1.PingResult.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                            message.result = "ping";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.arqonbus.v1.StatusResult.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            message.result = "status";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.join = $root.arqonbus.v1.JoinResult.decode(reader, reader.size(), $undefined, _depth + 1, message.join);
                            message.result = "join";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.leave = $root.arqonbus.v1.LeaveResult.decode(reader, reader.size(), $undefined, _depth + 1, message.leave);
                            message.result = "leave";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.createChannel = $root.arqonbus.v1.CreateChannelResult.decode(reader, reader.size(), $undefined, _depth + 1, message.createChannel);
                            message.result = "createChannel";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.deleteChannel = $root.arqonbus.v1.DeleteChannelResult.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteChannel);
                            message.result = "deleteChannel";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.listRooms = $root.arqonbus.v1.ListRoomsResult.decode(reader, reader.size(), $undefined, _depth + 1, message.listRooms);
                            message.result = "listRooms";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.listChannels = $root.arqonbus.v1.ListChannelsResult.decode(reader, reader.size(), $undefined, _depth + 1, message.listChannels);
                            message.result = "listChannels";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.channelInfo = $root.arqonbus.v1.ChannelInfoResult.decode(reader, reader.size(), $undefined, _depth + 1, message.channelInfo);
                            message.result = "channelInfo";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.presence = $root.arqonbus.v1.PresenceResult.decode(reader, reader.size(), $undefined, _depth + 1, message.presence);
                            message.result = "presence";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.history = $root.arqonbus.v1.HistoryResult.decode(reader, reader.size(), $undefined, _depth + 1, message.history);
                            message.result = "history";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.refreshToken = $root.arqonbus.v1.RefreshTokenResult.decode(reader, reader.size(), $undefined, _depth + 1, message.refreshToken);
                            message.result = "refreshToken";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.help = $root.arqonbus.v1.HelpResult.decode(reader, reader.size(), $undefined, _depth + 1, message.help);
                            message.result = "help";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommandResult;
        })();

        v1.PingCommand = (function() {

            /**
             * Properties of a PingCommand.
             * @typedef {Object} arqonbus.v1.PingCommand.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PingCommand.
             * @memberof arqonbus.v1
             * @interface IPingCommand
             * @augments arqonbus.v1.PingCommand.$Properties
             * @deprecated Use arqonbus.v1.PingCommand.$Properties instead.
             */

            /**
             * Shape of a PingCommand.
             * @typedef {arqonbus.v1.PingCommand.$Properties} arqonbus.v1.PingCommand.$Shape
             */

            /**
             * Constructs a new PingCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a PingCommand.
             * @constructor
             * @param {arqonbus.v1.PingCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PingCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new PingCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.PingCommand
             * @static
             * @param {arqonbus.v1.PingCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.PingCommand} PingCommand instance
             * @type {{
             *   (properties: arqonbus.v1.PingCommand.$Shape): arqonbus.v1.PingCommand & arqonbus.v1.PingCommand.$Shape;
             *   (properties?: arqonbus.v1.PingCommand.$Properties): arqonbus.v1.PingCommand;
             * }}
             */
            PingCommand.create = function(properties) {
                return new PingCommand(properties);
            };

            /**
             * Encodes the specified PingCommand message. Does not implicitly {@link arqonbus.v1.PingCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.PingCommand
             * @static
             * @param {arqonbus.v1.PingCommand.$Properties} message PingCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PingCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PingCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.PingCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.PingCommand & arqonbus.v1.PingCommand.$Shape} PingCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PingCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.PingCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PingCommand;
        })();

        v1.PingResult = (function() {

            /**
             * Properties of a PingResult.
             * @typedef {Object} arqonbus.v1.PingResult.$Properties
             * @property {number|null} [timestampMs] PingResult timestampMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PingResult.
             * @memberof arqonbus.v1
             * @interface IPingResult
             * @augments arqonbus.v1.PingResult.$Properties
             * @deprecated Use arqonbus.v1.PingResult.$Properties instead.
             */

            /**
             * Shape of a PingResult.
             * @typedef {arqonbus.v1.PingResult.$Properties} arqonbus.v1.PingResult.$Shape
             */

            /**
             * Constructs a new PingResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a PingResult.
             * @constructor
             * @param {arqonbus.v1.PingResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PingResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PingResult timestampMs.
             * @member {number} timestampMs
             * @memberof arqonbus.v1.PingResult
             * @instance
             */
            PingResult.prototype.timestampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new PingResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.PingResult
             * @static
             * @param {arqonbus.v1.PingResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.PingResult} PingResult instance
             * @type {{
             *   (properties: arqonbus.v1.PingResult.$Shape): arqonbus.v1.PingResult & arqonbus.v1.PingResult.$Shape;
             *   (properties?: arqonbus.v1.PingResult.$Properties): arqonbus.v1.PingResult;
             * }}
             */
            PingResult.create = function(properties) {
                return new PingResult(properties);
            };

            /**
             * Encodes the specified PingResult message. Does not implicitly {@link arqonbus.v1.PingResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.PingResult
             * @static
             * @param {arqonbus.v1.PingResult.$Properties} message PingResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PingResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.timestampMs != null && $Object.hasOwnProperty.call(message, "timestampMs") && (typeof message.timestampMs === "object" ? message.timestampMs.low || message.timestampMs.high : message.timestampMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.timestampMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PingResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.PingResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.PingResult & arqonbus.v1.PingResult.$Shape} PingResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PingResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.PingResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestampMs = value;
                            else
                                delete message.timestampMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PingResult;
        })();

        v1.StatusCommand = (function() {

            /**
             * Properties of a StatusCommand.
             * @typedef {Object} arqonbus.v1.StatusCommand.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusCommand.
             * @memberof arqonbus.v1
             * @interface IStatusCommand
             * @augments arqonbus.v1.StatusCommand.$Properties
             * @deprecated Use arqonbus.v1.StatusCommand.$Properties instead.
             */

            /**
             * Shape of a StatusCommand.
             * @typedef {arqonbus.v1.StatusCommand.$Properties} arqonbus.v1.StatusCommand.$Shape
             */

            /**
             * Constructs a new StatusCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a StatusCommand.
             * @constructor
             * @param {arqonbus.v1.StatusCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new StatusCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.StatusCommand
             * @static
             * @param {arqonbus.v1.StatusCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.StatusCommand} StatusCommand instance
             * @type {{
             *   (properties: arqonbus.v1.StatusCommand.$Shape): arqonbus.v1.StatusCommand & arqonbus.v1.StatusCommand.$Shape;
             *   (properties?: arqonbus.v1.StatusCommand.$Properties): arqonbus.v1.StatusCommand;
             * }}
             */
            StatusCommand.create = function(properties) {
                return new StatusCommand(properties);
            };

            /**
             * Encodes the specified StatusCommand message. Does not implicitly {@link arqonbus.v1.StatusCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.StatusCommand
             * @static
             * @param {arqonbus.v1.StatusCommand.$Properties} message StatusCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.StatusCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.StatusCommand & arqonbus.v1.StatusCommand.$Shape} StatusCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.StatusCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusCommand;
        })();

        v1.StatusResult = (function() {

            /**
             * Properties of a StatusResult.
             * @typedef {Object} arqonbus.v1.StatusResult.$Properties
             * @property {string|null} [serverVersion] StatusResult serverVersion
             * @property {string|null} [nodeId] StatusResult nodeId
             * @property {number|null} [uptimeMs] StatusResult uptimeMs
             * @property {arqonbus.v1.Durability|null} [durability] StatusResult durability
             * @property {boolean|null} [draining] StatusResult draining
             * @property {number|null} [timestampMs] StatusResult timestampMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StatusResult.
             * @memberof arqonbus.v1
             * @interface IStatusResult
             * @augments arqonbus.v1.StatusResult.$Properties
             * @deprecated Use arqonbus.v1.StatusResult.$Properties instead.
             */

            /**
             * Shape of a StatusResult.
             * @typedef {arqonbus.v1.StatusResult.$Properties} arqonbus.v1.StatusResult.$Shape
             */

            /**
             * Constructs a new StatusResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a StatusResult.
             * @constructor
             * @param {arqonbus.v1.StatusResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StatusResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StatusResult serverVersion.
             * @member {string} serverVersion
             * @memberof arqonbus.v1.StatusResult
             * @instance
             */
            StatusResult.prototype.serverVersion = "";

            /**
             * StatusResult nodeId.
             * @member {string} nodeId
             * @memberof arqonbus.v1.StatusResult
             * @instance
             */
            StatusResult.prototype.nodeId = "";

            /**
             * StatusResult uptimeMs.
             * @member {number} uptimeMs
             * @memberof arqonbus.v1.StatusResult
             * @instance
             */
            StatusResult.prototype.uptimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * StatusResult durability.
             * @member {arqonbus.v1.Durability} durability
             * @memberof arqonbus.v1.StatusResult
             * @instance
             */
            StatusResult.prototype.durability = 0;

            /**
             * StatusResult draining.
             * @member {boolean} draining
             * @memberof arqonbus.v1.StatusResult
             * @instance
             */
            StatusResult.prototype.draining = false;

            /**
             * StatusResult timestampMs.
             * @member {number} timestampMs
             * @memberof arqonbus.v1.StatusResult
             * @instance
             */
            StatusResult.prototype.timestampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new StatusResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.StatusResult
             * @static
             * @param {arqonbus.v1.StatusResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.StatusResult} StatusResult instance
             * @type {{
             *   (properties: arqonbus.v1.StatusResult.$Shape): arqonbus.v1.StatusResult & arqonbus.v1.StatusResult.$Shape;
             *   (properties?: arqonbus.v1.StatusResult.$Properties): arqonbus.v1.StatusResult;
             * }}
             */
            StatusResult.create = function(properties) {
                return new StatusResult(properties);
            };

            /**
             * Encodes the specified StatusResult message. Does not implicitly {@link arqonbus.v1.StatusResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.StatusResult
             * @static
             * @param {arqonbus.v1.StatusResult.$Properties} message StatusResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatusResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.serverVersion != null && $Object.hasOwnProperty.call(message, "serverVersion") && message.serverVersion !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.serverVersion);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.nodeId);
                if (message.uptimeMs != null && $Object.hasOwnProperty.call(message, "uptimeMs") && (typeof message.uptimeMs === "object" ? message.uptimeMs.low || message.uptimeMs.high : message.uptimeMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.uptimeMs);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.durability);
                if (message.draining != null && $Object.hasOwnProperty.call(message, "draining") && message.draining !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.draining);
                if (message.timestampMs != null && $Object.hasOwnProperty.call(message, "timestampMs") && (typeof message.timestampMs === "object" ? message.timestampMs.low || message.timestampMs.high : message.timestampMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.timestampMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StatusResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.StatusResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.StatusResult & arqonbus.v1.StatusResult.$Shape} StatusResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatusResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.StatusResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.serverVersion = value;
                            else
                                delete message.serverVersion;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.uptimeMs = value;
                            else
                                delete message.uptimeMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.draining = value;
                            else
                                delete message.draining;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestampMs = value;
                            else
                                delete message.timestampMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StatusResult;
        })();

        v1.Position = (function() {

            /**
             * Properties of a Position.
             * @typedef {Object} arqonbus.v1.Position.$Properties
             * @property {string|null} [channel] Position channel
             * @property {number|null} [epoch] Position epoch
             * @property {number|null} [sequence] Position sequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Position.
             * @memberof arqonbus.v1
             * @interface IPosition
             * @augments arqonbus.v1.Position.$Properties
             * @deprecated Use arqonbus.v1.Position.$Properties instead.
             */

            /**
             * Shape of a Position.
             * @typedef {arqonbus.v1.Position.$Properties} arqonbus.v1.Position.$Shape
             */

            /**
             * Constructs a new Position.
             * @memberof arqonbus.v1
             * @classdesc Represents a Position.
             * @constructor
             * @param {arqonbus.v1.Position.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Position = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Position channel.
             * @member {string} channel
             * @memberof arqonbus.v1.Position
             * @instance
             */
            Position.prototype.channel = "";

            /**
             * Position epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.Position
             * @instance
             */
            Position.prototype.epoch = 0;

            /**
             * Position sequence.
             * @member {number} sequence
             * @memberof arqonbus.v1.Position
             * @instance
             */
            Position.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Position instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Position
             * @static
             * @param {arqonbus.v1.Position.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Position} Position instance
             * @type {{
             *   (properties: arqonbus.v1.Position.$Shape): arqonbus.v1.Position & arqonbus.v1.Position.$Shape;
             *   (properties?: arqonbus.v1.Position.$Properties): arqonbus.v1.Position;
             * }}
             */
            Position.create = function(properties) {
                return new Position(properties);
            };

            /**
             * Encodes the specified Position message. Does not implicitly {@link arqonbus.v1.Position.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Position
             * @static
             * @param {arqonbus.v1.Position.$Properties} message Position message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Position.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Position message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Position
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Position & arqonbus.v1.Position.$Shape} Position
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Position.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Position();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Position;
        })();

        v1.JoinCommand = (function() {

            /**
             * Properties of a JoinCommand.
             * @typedef {Object} arqonbus.v1.JoinCommand.$Properties
             * @property {string|null} [room] JoinCommand room
             * @property {string|null} [channel] JoinCommand channel
             * @property {Array.<arqonbus.v1.Position.$Properties>|null} [recover] JoinCommand recover
             * @property {number|null} [rewind] JoinCommand rewind
             * @property {string|null} [group] JoinCommand group
             * @property {boolean|null} [responder] JoinCommand responder
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinCommand.
             * @memberof arqonbus.v1
             * @interface IJoinCommand
             * @augments arqonbus.v1.JoinCommand.$Properties
             * @deprecated Use arqonbus.v1.JoinCommand.$Properties instead.
             */

            /**
             * Shape of a JoinCommand.
             * @typedef {arqonbus.v1.JoinCommand.$Properties} arqonbus.v1.JoinCommand.$Shape
             */

            /**
             * Constructs a new JoinCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a JoinCommand.
             * @constructor
             * @param {arqonbus.v1.JoinCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinCommand = function (properties) {
                this.recover = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.JoinCommand
             * @instance
             */
            JoinCommand.prototype.room = "";

            /**
             * JoinCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.JoinCommand
             * @instance
             */
            JoinCommand.prototype.channel = "";

            /**
             * JoinCommand recover.
             * @member {Array.<arqonbus.v1.Position.$Properties>} recover
             * @memberof arqonbus.v1.JoinCommand
             * @instance
             */
            JoinCommand.prototype.recover = $util.emptyArray;

            /**
             * JoinCommand rewind.
             * @member {number} rewind
             * @memberof arqonbus.v1.JoinCommand
             * @instance
             */
            JoinCommand.prototype.rewind = 0;

            /**
             * JoinCommand group.
             * @member {string} group
             * @memberof arqonbus.v1.JoinCommand
             * @instance
             */
            JoinCommand.prototype.group = "";

            /**
             * JoinCommand responder.
             * @member {boolean} responder
             * @memberof arqonbus.v1.JoinCommand
             * @instance
             */
            JoinCommand.prototype.responder = false;

            /**
             * Creates a new JoinCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.JoinCommand
             * @static
             * @param {arqonbus.v1.JoinCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.JoinCommand} JoinCommand instance
             * @type {{
             *   (properties: arqonbus.v1.JoinCommand.$Shape): arqonbus.v1.JoinCommand & arqonbus.v1.JoinCommand.$Shape;
             *   (properties?: arqonbus.v1.JoinCommand.$Properties): arqonbus.v1.JoinCommand;
             * }}
             */
            JoinCommand.create = function(properties) {
                return new JoinCommand(properties);
            };

            /**
             * Encodes the specified JoinCommand message. Does not implicitly {@link arqonbus.v1.JoinCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.JoinCommand
             * @static
             * @param {arqonbus.v1.JoinCommand.$Properties} message JoinCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.recover != null && message.recover.length)
                    for (let i = 0; i < message.recover.length; ++i)
                        $root.arqonbus.v1.Position.encode(message.recover[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.rewind != null && $Object.hasOwnProperty.call(message, "rewind") && message.rewind !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.rewind);
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.group);
                if (message.responder != null && $Object.hasOwnProperty.call(message, "responder") && message.responder !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.responder);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.JoinCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.JoinCommand & arqonbus.v1.JoinCommand.$Shape} JoinCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.JoinCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.recover && message.recover.length))
                                message.recover = [];
                            message.recover.push($root.arqonbus.v1.Position.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.rewind = value;
                            else
                                delete message.rewind;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.responder = value;
                            else
                                delete message.responder;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinCommand;
        })();

        /**
         * RecoverFailure enum.
         * @name arqonbus.v1.RecoverFailure
         * @enum {number}
         * @property {number} RECOVER_FAILURE_UNSPECIFIED=0 RECOVER_FAILURE_UNSPECIFIED value
         * @property {number} TAIL_LOST=1 TAIL_LOST value
         * @property {number} RECOVER_TRIMMED=2 RECOVER_TRIMMED value
         * @property {number} EPOCH_FORK=3 EPOCH_FORK value
         * @property {number} DELETED=4 DELETED value
         */
        v1.RecoverFailure = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "RECOVER_FAILURE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "TAIL_LOST"] = 1;
            values[valuesById[2] = "RECOVER_TRIMMED"] = 2;
            values[valuesById[3] = "EPOCH_FORK"] = 3;
            values[valuesById[4] = "DELETED"] = 4;
            return values;
        })();

        v1.JoinedChannel = (function() {

            /**
             * Properties of a JoinedChannel.
             * @typedef {Object} arqonbus.v1.JoinedChannel.$Properties
             * @property {string|null} [channel] JoinedChannel channel
             * @property {number|null} [epoch] JoinedChannel epoch
             * @property {number|null} [sequence] JoinedChannel sequence
             * @property {boolean|null} [recovered] JoinedChannel recovered
             * @property {arqonbus.v1.RecoverFailure|null} [failure] JoinedChannel failure
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinedChannel.
             * @memberof arqonbus.v1
             * @interface IJoinedChannel
             * @augments arqonbus.v1.JoinedChannel.$Properties
             * @deprecated Use arqonbus.v1.JoinedChannel.$Properties instead.
             */

            /**
             * Shape of a JoinedChannel.
             * @typedef {arqonbus.v1.JoinedChannel.$Properties} arqonbus.v1.JoinedChannel.$Shape
             */

            /**
             * Constructs a new JoinedChannel.
             * @memberof arqonbus.v1
             * @classdesc Represents a JoinedChannel.
             * @constructor
             * @param {arqonbus.v1.JoinedChannel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinedChannel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinedChannel channel.
             * @member {string} channel
             * @memberof arqonbus.v1.JoinedChannel
             * @instance
             */
            JoinedChannel.prototype.channel = "";

            /**
             * JoinedChannel epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.JoinedChannel
             * @instance
             */
            JoinedChannel.prototype.epoch = 0;

            /**
             * JoinedChannel sequence.
             * @member {number} sequence
             * @memberof arqonbus.v1.JoinedChannel
             * @instance
             */
            JoinedChannel.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * JoinedChannel recovered.
             * @member {boolean} recovered
             * @memberof arqonbus.v1.JoinedChannel
             * @instance
             */
            JoinedChannel.prototype.recovered = false;

            /**
             * JoinedChannel failure.
             * @member {arqonbus.v1.RecoverFailure} failure
             * @memberof arqonbus.v1.JoinedChannel
             * @instance
             */
            JoinedChannel.prototype.failure = 0;

            /**
             * Creates a new JoinedChannel instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.JoinedChannel
             * @static
             * @param {arqonbus.v1.JoinedChannel.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.JoinedChannel} JoinedChannel instance
             * @type {{
             *   (properties: arqonbus.v1.JoinedChannel.$Shape): arqonbus.v1.JoinedChannel & arqonbus.v1.JoinedChannel.$Shape;
             *   (properties?: arqonbus.v1.JoinedChannel.$Properties): arqonbus.v1.JoinedChannel;
             * }}
             */
            JoinedChannel.create = function(properties) {
                return new JoinedChannel(properties);
            };

            /**
             * Encodes the specified JoinedChannel message. Does not implicitly {@link arqonbus.v1.JoinedChannel.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.JoinedChannel
             * @static
             * @param {arqonbus.v1.JoinedChannel.$Properties} message JoinedChannel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinedChannel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.recovered != null && $Object.hasOwnProperty.call(message, "recovered") && message.recovered !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.recovered);
                if (message.failure != null && $Object.hasOwnProperty.call(message, "failure") && message.failure !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.failure);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinedChannel message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.JoinedChannel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.JoinedChannel & arqonbus.v1.JoinedChannel.$Shape} JoinedChannel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinedChannel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.JoinedChannel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.recovered = value;
                            else
                                delete message.recovered;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.failure = value;
                            else
                                delete message.failure;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinedChannel;
        })();

        v1.JoinResult = (function() {

            /**
             * Properties of a JoinResult.
             * @typedef {Object} arqonbus.v1.JoinResult.$Properties
             * @property {Array.<arqonbus.v1.JoinedChannel.$Properties>|null} [channels] JoinResult channels
             * @property {boolean|null} [truncated] JoinResult truncated
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a JoinResult.
             * @memberof arqonbus.v1
             * @interface IJoinResult
             * @augments arqonbus.v1.JoinResult.$Properties
             * @deprecated Use arqonbus.v1.JoinResult.$Properties instead.
             */

            /**
             * Shape of a JoinResult.
             * @typedef {arqonbus.v1.JoinResult.$Properties} arqonbus.v1.JoinResult.$Shape
             */

            /**
             * Constructs a new JoinResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a JoinResult.
             * @constructor
             * @param {arqonbus.v1.JoinResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const JoinResult = function (properties) {
                this.channels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * JoinResult channels.
             * @member {Array.<arqonbus.v1.JoinedChannel.$Properties>} channels
             * @memberof arqonbus.v1.JoinResult
             * @instance
             */
            JoinResult.prototype.channels = $util.emptyArray;

            /**
             * JoinResult truncated.
             * @member {boolean} truncated
             * @memberof arqonbus.v1.JoinResult
             * @instance
             */
            JoinResult.prototype.truncated = false;

            /**
             * Creates a new JoinResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.JoinResult
             * @static
             * @param {arqonbus.v1.JoinResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.JoinResult} JoinResult instance
             * @type {{
             *   (properties: arqonbus.v1.JoinResult.$Shape): arqonbus.v1.JoinResult & arqonbus.v1.JoinResult.$Shape;
             *   (properties?: arqonbus.v1.JoinResult.$Properties): arqonbus.v1.JoinResult;
             * }}
             */
            JoinResult.create = function(properties) {
                return new JoinResult(properties);
            };

            /**
             * Encodes the specified JoinResult message. Does not implicitly {@link arqonbus.v1.JoinResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.JoinResult
             * @static
             * @param {arqonbus.v1.JoinResult.$Properties} message JoinResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JoinResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channels != null && message.channels.length)
                    for (let i = 0; i < message.channels.length; ++i)
                        $root.arqonbus.v1.JoinedChannel.encode(message.channels[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.truncated != null && $Object.hasOwnProperty.call(message, "truncated") && message.truncated !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.truncated);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a JoinResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.JoinResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.JoinResult & arqonbus.v1.JoinResult.$Shape} JoinResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JoinResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.JoinResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.channels && message.channels.length))
                                message.channels = [];
                            message.channels.push($root.arqonbus.v1.JoinedChannel.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.truncated = value;
                            else
                                delete message.truncated;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return JoinResult;
        })();

        v1.LeaveCommand = (function() {

            /**
             * Properties of a LeaveCommand.
             * @typedef {Object} arqonbus.v1.LeaveCommand.$Properties
             * @property {string|null} [room] LeaveCommand room
             * @property {string|null} [channel] LeaveCommand channel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LeaveCommand.
             * @memberof arqonbus.v1
             * @interface ILeaveCommand
             * @augments arqonbus.v1.LeaveCommand.$Properties
             * @deprecated Use arqonbus.v1.LeaveCommand.$Properties instead.
             */

            /**
             * Shape of a LeaveCommand.
             * @typedef {arqonbus.v1.LeaveCommand.$Properties} arqonbus.v1.LeaveCommand.$Shape
             */

            /**
             * Constructs a new LeaveCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a LeaveCommand.
             * @constructor
             * @param {arqonbus.v1.LeaveCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LeaveCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LeaveCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.LeaveCommand
             * @instance
             */
            LeaveCommand.prototype.room = "";

            /**
             * LeaveCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.LeaveCommand
             * @instance
             */
            LeaveCommand.prototype.channel = "";

            /**
             * Creates a new LeaveCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.LeaveCommand
             * @static
             * @param {arqonbus.v1.LeaveCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.LeaveCommand} LeaveCommand instance
             * @type {{
             *   (properties: arqonbus.v1.LeaveCommand.$Shape): arqonbus.v1.LeaveCommand & arqonbus.v1.LeaveCommand.$Shape;
             *   (properties?: arqonbus.v1.LeaveCommand.$Properties): arqonbus.v1.LeaveCommand;
             * }}
             */
            LeaveCommand.create = function(properties) {
                return new LeaveCommand(properties);
            };

            /**
             * Encodes the specified LeaveCommand message. Does not implicitly {@link arqonbus.v1.LeaveCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.LeaveCommand
             * @static
             * @param {arqonbus.v1.LeaveCommand.$Properties} message LeaveCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LeaveCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LeaveCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.LeaveCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.LeaveCommand & arqonbus.v1.LeaveCommand.$Shape} LeaveCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LeaveCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.LeaveCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LeaveCommand;
        })();

        v1.LeaveResult = (function() {

            /**
             * Properties of a LeaveResult.
             * @typedef {Object} arqonbus.v1.LeaveResult.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LeaveResult.
             * @memberof arqonbus.v1
             * @interface ILeaveResult
             * @augments arqonbus.v1.LeaveResult.$Properties
             * @deprecated Use arqonbus.v1.LeaveResult.$Properties instead.
             */

            /**
             * Shape of a LeaveResult.
             * @typedef {arqonbus.v1.LeaveResult.$Properties} arqonbus.v1.LeaveResult.$Shape
             */

            /**
             * Constructs a new LeaveResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a LeaveResult.
             * @constructor
             * @param {arqonbus.v1.LeaveResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LeaveResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new LeaveResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.LeaveResult
             * @static
             * @param {arqonbus.v1.LeaveResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.LeaveResult} LeaveResult instance
             * @type {{
             *   (properties: arqonbus.v1.LeaveResult.$Shape): arqonbus.v1.LeaveResult & arqonbus.v1.LeaveResult.$Shape;
             *   (properties?: arqonbus.v1.LeaveResult.$Properties): arqonbus.v1.LeaveResult;
             * }}
             */
            LeaveResult.create = function(properties) {
                return new LeaveResult(properties);
            };

            /**
             * Encodes the specified LeaveResult message. Does not implicitly {@link arqonbus.v1.LeaveResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.LeaveResult
             * @static
             * @param {arqonbus.v1.LeaveResult.$Properties} message LeaveResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LeaveResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LeaveResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.LeaveResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.LeaveResult & arqonbus.v1.LeaveResult.$Shape} LeaveResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LeaveResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.LeaveResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LeaveResult;
        })();

        v1.CreateChannelCommand = (function() {

            /**
             * Properties of a CreateChannelCommand.
             * @typedef {Object} arqonbus.v1.CreateChannelCommand.$Properties
             * @property {string|null} [room] CreateChannelCommand room
             * @property {string|null} [channel] CreateChannelCommand channel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CreateChannelCommand.
             * @memberof arqonbus.v1
             * @interface ICreateChannelCommand
             * @augments arqonbus.v1.CreateChannelCommand.$Properties
             * @deprecated Use arqonbus.v1.CreateChannelCommand.$Properties instead.
             */

            /**
             * Shape of a CreateChannelCommand.
             * @typedef {arqonbus.v1.CreateChannelCommand.$Properties} arqonbus.v1.CreateChannelCommand.$Shape
             */

            /**
             * Constructs a new CreateChannelCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a CreateChannelCommand.
             * @constructor
             * @param {arqonbus.v1.CreateChannelCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CreateChannelCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CreateChannelCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.CreateChannelCommand
             * @instance
             */
            CreateChannelCommand.prototype.room = "";

            /**
             * CreateChannelCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.CreateChannelCommand
             * @instance
             */
            CreateChannelCommand.prototype.channel = "";

            /**
             * Creates a new CreateChannelCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.CreateChannelCommand
             * @static
             * @param {arqonbus.v1.CreateChannelCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.CreateChannelCommand} CreateChannelCommand instance
             * @type {{
             *   (properties: arqonbus.v1.CreateChannelCommand.$Shape): arqonbus.v1.CreateChannelCommand & arqonbus.v1.CreateChannelCommand.$Shape;
             *   (properties?: arqonbus.v1.CreateChannelCommand.$Properties): arqonbus.v1.CreateChannelCommand;
             * }}
             */
            CreateChannelCommand.create = function(properties) {
                return new CreateChannelCommand(properties);
            };

            /**
             * Encodes the specified CreateChannelCommand message. Does not implicitly {@link arqonbus.v1.CreateChannelCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.CreateChannelCommand
             * @static
             * @param {arqonbus.v1.CreateChannelCommand.$Properties} message CreateChannelCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CreateChannelCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CreateChannelCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.CreateChannelCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.CreateChannelCommand & arqonbus.v1.CreateChannelCommand.$Shape} CreateChannelCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CreateChannelCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.CreateChannelCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CreateChannelCommand;
        })();

        v1.CreateChannelResult = (function() {

            /**
             * Properties of a CreateChannelResult.
             * @typedef {Object} arqonbus.v1.CreateChannelResult.$Properties
             * @property {number|null} [epoch] CreateChannelResult epoch
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CreateChannelResult.
             * @memberof arqonbus.v1
             * @interface ICreateChannelResult
             * @augments arqonbus.v1.CreateChannelResult.$Properties
             * @deprecated Use arqonbus.v1.CreateChannelResult.$Properties instead.
             */

            /**
             * Shape of a CreateChannelResult.
             * @typedef {arqonbus.v1.CreateChannelResult.$Properties} arqonbus.v1.CreateChannelResult.$Shape
             */

            /**
             * Constructs a new CreateChannelResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a CreateChannelResult.
             * @constructor
             * @param {arqonbus.v1.CreateChannelResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CreateChannelResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CreateChannelResult epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.CreateChannelResult
             * @instance
             */
            CreateChannelResult.prototype.epoch = 0;

            /**
             * Creates a new CreateChannelResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.CreateChannelResult
             * @static
             * @param {arqonbus.v1.CreateChannelResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.CreateChannelResult} CreateChannelResult instance
             * @type {{
             *   (properties: arqonbus.v1.CreateChannelResult.$Shape): arqonbus.v1.CreateChannelResult & arqonbus.v1.CreateChannelResult.$Shape;
             *   (properties?: arqonbus.v1.CreateChannelResult.$Properties): arqonbus.v1.CreateChannelResult;
             * }}
             */
            CreateChannelResult.create = function(properties) {
                return new CreateChannelResult(properties);
            };

            /**
             * Encodes the specified CreateChannelResult message. Does not implicitly {@link arqonbus.v1.CreateChannelResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.CreateChannelResult
             * @static
             * @param {arqonbus.v1.CreateChannelResult.$Properties} message CreateChannelResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CreateChannelResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 1, wireType 5 =*/13).fixed32(message.epoch);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CreateChannelResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.CreateChannelResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.CreateChannelResult & arqonbus.v1.CreateChannelResult.$Shape} CreateChannelResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CreateChannelResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.CreateChannelResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CreateChannelResult;
        })();

        v1.DeleteChannelCommand = (function() {

            /**
             * Properties of a DeleteChannelCommand.
             * @typedef {Object} arqonbus.v1.DeleteChannelCommand.$Properties
             * @property {string|null} [room] DeleteChannelCommand room
             * @property {string|null} [channel] DeleteChannelCommand channel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteChannelCommand.
             * @memberof arqonbus.v1
             * @interface IDeleteChannelCommand
             * @augments arqonbus.v1.DeleteChannelCommand.$Properties
             * @deprecated Use arqonbus.v1.DeleteChannelCommand.$Properties instead.
             */

            /**
             * Shape of a DeleteChannelCommand.
             * @typedef {arqonbus.v1.DeleteChannelCommand.$Properties} arqonbus.v1.DeleteChannelCommand.$Shape
             */

            /**
             * Constructs a new DeleteChannelCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a DeleteChannelCommand.
             * @constructor
             * @param {arqonbus.v1.DeleteChannelCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteChannelCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DeleteChannelCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.DeleteChannelCommand
             * @instance
             */
            DeleteChannelCommand.prototype.room = "";

            /**
             * DeleteChannelCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.DeleteChannelCommand
             * @instance
             */
            DeleteChannelCommand.prototype.channel = "";

            /**
             * Creates a new DeleteChannelCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.DeleteChannelCommand
             * @static
             * @param {arqonbus.v1.DeleteChannelCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.DeleteChannelCommand} DeleteChannelCommand instance
             * @type {{
             *   (properties: arqonbus.v1.DeleteChannelCommand.$Shape): arqonbus.v1.DeleteChannelCommand & arqonbus.v1.DeleteChannelCommand.$Shape;
             *   (properties?: arqonbus.v1.DeleteChannelCommand.$Properties): arqonbus.v1.DeleteChannelCommand;
             * }}
             */
            DeleteChannelCommand.create = function(properties) {
                return new DeleteChannelCommand(properties);
            };

            /**
             * Encodes the specified DeleteChannelCommand message. Does not implicitly {@link arqonbus.v1.DeleteChannelCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.DeleteChannelCommand
             * @static
             * @param {arqonbus.v1.DeleteChannelCommand.$Properties} message DeleteChannelCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteChannelCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteChannelCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.DeleteChannelCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.DeleteChannelCommand & arqonbus.v1.DeleteChannelCommand.$Shape} DeleteChannelCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteChannelCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.DeleteChannelCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteChannelCommand;
        })();

        v1.DeleteChannelResult = (function() {

            /**
             * Properties of a DeleteChannelResult.
             * @typedef {Object} arqonbus.v1.DeleteChannelResult.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DeleteChannelResult.
             * @memberof arqonbus.v1
             * @interface IDeleteChannelResult
             * @augments arqonbus.v1.DeleteChannelResult.$Properties
             * @deprecated Use arqonbus.v1.DeleteChannelResult.$Properties instead.
             */

            /**
             * Shape of a DeleteChannelResult.
             * @typedef {arqonbus.v1.DeleteChannelResult.$Properties} arqonbus.v1.DeleteChannelResult.$Shape
             */

            /**
             * Constructs a new DeleteChannelResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a DeleteChannelResult.
             * @constructor
             * @param {arqonbus.v1.DeleteChannelResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DeleteChannelResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new DeleteChannelResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.DeleteChannelResult
             * @static
             * @param {arqonbus.v1.DeleteChannelResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.DeleteChannelResult} DeleteChannelResult instance
             * @type {{
             *   (properties: arqonbus.v1.DeleteChannelResult.$Shape): arqonbus.v1.DeleteChannelResult & arqonbus.v1.DeleteChannelResult.$Shape;
             *   (properties?: arqonbus.v1.DeleteChannelResult.$Properties): arqonbus.v1.DeleteChannelResult;
             * }}
             */
            DeleteChannelResult.create = function(properties) {
                return new DeleteChannelResult(properties);
            };

            /**
             * Encodes the specified DeleteChannelResult message. Does not implicitly {@link arqonbus.v1.DeleteChannelResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.DeleteChannelResult
             * @static
             * @param {arqonbus.v1.DeleteChannelResult.$Properties} message DeleteChannelResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DeleteChannelResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DeleteChannelResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.DeleteChannelResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.DeleteChannelResult & arqonbus.v1.DeleteChannelResult.$Shape} DeleteChannelResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DeleteChannelResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.DeleteChannelResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeleteChannelResult;
        })();

        v1.ListRoomsCommand = (function() {

            /**
             * Properties of a ListRoomsCommand.
             * @typedef {Object} arqonbus.v1.ListRoomsCommand.$Properties
             * @property {string|null} [after] ListRoomsCommand after
             * @property {number|null} [limit] ListRoomsCommand limit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListRoomsCommand.
             * @memberof arqonbus.v1
             * @interface IListRoomsCommand
             * @augments arqonbus.v1.ListRoomsCommand.$Properties
             * @deprecated Use arqonbus.v1.ListRoomsCommand.$Properties instead.
             */

            /**
             * Shape of a ListRoomsCommand.
             * @typedef {arqonbus.v1.ListRoomsCommand.$Properties} arqonbus.v1.ListRoomsCommand.$Shape
             */

            /**
             * Constructs a new ListRoomsCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a ListRoomsCommand.
             * @constructor
             * @param {arqonbus.v1.ListRoomsCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListRoomsCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListRoomsCommand after.
             * @member {string} after
             * @memberof arqonbus.v1.ListRoomsCommand
             * @instance
             */
            ListRoomsCommand.prototype.after = "";

            /**
             * ListRoomsCommand limit.
             * @member {number} limit
             * @memberof arqonbus.v1.ListRoomsCommand
             * @instance
             */
            ListRoomsCommand.prototype.limit = 0;

            /**
             * Creates a new ListRoomsCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ListRoomsCommand
             * @static
             * @param {arqonbus.v1.ListRoomsCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ListRoomsCommand} ListRoomsCommand instance
             * @type {{
             *   (properties: arqonbus.v1.ListRoomsCommand.$Shape): arqonbus.v1.ListRoomsCommand & arqonbus.v1.ListRoomsCommand.$Shape;
             *   (properties?: arqonbus.v1.ListRoomsCommand.$Properties): arqonbus.v1.ListRoomsCommand;
             * }}
             */
            ListRoomsCommand.create = function(properties) {
                return new ListRoomsCommand(properties);
            };

            /**
             * Encodes the specified ListRoomsCommand message. Does not implicitly {@link arqonbus.v1.ListRoomsCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ListRoomsCommand
             * @static
             * @param {arqonbus.v1.ListRoomsCommand.$Properties} message ListRoomsCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListRoomsCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.after != null && $Object.hasOwnProperty.call(message, "after") && message.after !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.after);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.limit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListRoomsCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ListRoomsCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListRoomsCommand & arqonbus.v1.ListRoomsCommand.$Shape} ListRoomsCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListRoomsCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ListRoomsCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.after = value;
                            else
                                delete message.after;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListRoomsCommand;
        })();

        v1.RoomSummary = (function() {

            /**
             * Properties of a RoomSummary.
             * @typedef {Object} arqonbus.v1.RoomSummary.$Properties
             * @property {string|null} [room] RoomSummary room
             * @property {number|null} [channels] RoomSummary channels
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RoomSummary.
             * @memberof arqonbus.v1
             * @interface IRoomSummary
             * @augments arqonbus.v1.RoomSummary.$Properties
             * @deprecated Use arqonbus.v1.RoomSummary.$Properties instead.
             */

            /**
             * Shape of a RoomSummary.
             * @typedef {arqonbus.v1.RoomSummary.$Properties} arqonbus.v1.RoomSummary.$Shape
             */

            /**
             * Constructs a new RoomSummary.
             * @memberof arqonbus.v1
             * @classdesc Represents a RoomSummary.
             * @constructor
             * @param {arqonbus.v1.RoomSummary.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RoomSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RoomSummary room.
             * @member {string} room
             * @memberof arqonbus.v1.RoomSummary
             * @instance
             */
            RoomSummary.prototype.room = "";

            /**
             * RoomSummary channels.
             * @member {number} channels
             * @memberof arqonbus.v1.RoomSummary
             * @instance
             */
            RoomSummary.prototype.channels = 0;

            /**
             * Creates a new RoomSummary instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.RoomSummary
             * @static
             * @param {arqonbus.v1.RoomSummary.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.RoomSummary} RoomSummary instance
             * @type {{
             *   (properties: arqonbus.v1.RoomSummary.$Shape): arqonbus.v1.RoomSummary & arqonbus.v1.RoomSummary.$Shape;
             *   (properties?: arqonbus.v1.RoomSummary.$Properties): arqonbus.v1.RoomSummary;
             * }}
             */
            RoomSummary.create = function(properties) {
                return new RoomSummary(properties);
            };

            /**
             * Encodes the specified RoomSummary message. Does not implicitly {@link arqonbus.v1.RoomSummary.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.RoomSummary
             * @static
             * @param {arqonbus.v1.RoomSummary.$Properties} message RoomSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RoomSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels") && message.channels !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.channels);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RoomSummary message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.RoomSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.RoomSummary & arqonbus.v1.RoomSummary.$Shape} RoomSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RoomSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.RoomSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.channels = value;
                            else
                                delete message.channels;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RoomSummary;
        })();

        v1.ListRoomsResult = (function() {

            /**
             * Properties of a ListRoomsResult.
             * @typedef {Object} arqonbus.v1.ListRoomsResult.$Properties
             * @property {Array.<arqonbus.v1.RoomSummary.$Properties>|null} [rooms] ListRoomsResult rooms
             * @property {boolean|null} [more] ListRoomsResult more
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListRoomsResult.
             * @memberof arqonbus.v1
             * @interface IListRoomsResult
             * @augments arqonbus.v1.ListRoomsResult.$Properties
             * @deprecated Use arqonbus.v1.ListRoomsResult.$Properties instead.
             */

            /**
             * Shape of a ListRoomsResult.
             * @typedef {arqonbus.v1.ListRoomsResult.$Properties} arqonbus.v1.ListRoomsResult.$Shape
             */

            /**
             * Constructs a new ListRoomsResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a ListRoomsResult.
             * @constructor
             * @param {arqonbus.v1.ListRoomsResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListRoomsResult = function (properties) {
                this.rooms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListRoomsResult rooms.
             * @member {Array.<arqonbus.v1.RoomSummary.$Properties>} rooms
             * @memberof arqonbus.v1.ListRoomsResult
             * @instance
             */
            ListRoomsResult.prototype.rooms = $util.emptyArray;

            /**
             * ListRoomsResult more.
             * @member {boolean} more
             * @memberof arqonbus.v1.ListRoomsResult
             * @instance
             */
            ListRoomsResult.prototype.more = false;

            /**
             * Creates a new ListRoomsResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ListRoomsResult
             * @static
             * @param {arqonbus.v1.ListRoomsResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ListRoomsResult} ListRoomsResult instance
             * @type {{
             *   (properties: arqonbus.v1.ListRoomsResult.$Shape): arqonbus.v1.ListRoomsResult & arqonbus.v1.ListRoomsResult.$Shape;
             *   (properties?: arqonbus.v1.ListRoomsResult.$Properties): arqonbus.v1.ListRoomsResult;
             * }}
             */
            ListRoomsResult.create = function(properties) {
                return new ListRoomsResult(properties);
            };

            /**
             * Encodes the specified ListRoomsResult message. Does not implicitly {@link arqonbus.v1.ListRoomsResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ListRoomsResult
             * @static
             * @param {arqonbus.v1.ListRoomsResult.$Properties} message ListRoomsResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListRoomsResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rooms != null && message.rooms.length)
                    for (let i = 0; i < message.rooms.length; ++i)
                        $root.arqonbus.v1.RoomSummary.encode(message.rooms[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListRoomsResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ListRoomsResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListRoomsResult & arqonbus.v1.ListRoomsResult.$Shape} ListRoomsResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListRoomsResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ListRoomsResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rooms && message.rooms.length))
                                message.rooms = [];
                            message.rooms.push($root.arqonbus.v1.RoomSummary.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListRoomsResult;
        })();

        v1.ListChannelsCommand = (function() {

            /**
             * Properties of a ListChannelsCommand.
             * @typedef {Object} arqonbus.v1.ListChannelsCommand.$Properties
             * @property {string|null} [room] ListChannelsCommand room
             * @property {string|null} [after] ListChannelsCommand after
             * @property {number|null} [limit] ListChannelsCommand limit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListChannelsCommand.
             * @memberof arqonbus.v1
             * @interface IListChannelsCommand
             * @augments arqonbus.v1.ListChannelsCommand.$Properties
             * @deprecated Use arqonbus.v1.ListChannelsCommand.$Properties instead.
             */

            /**
             * Shape of a ListChannelsCommand.
             * @typedef {arqonbus.v1.ListChannelsCommand.$Properties} arqonbus.v1.ListChannelsCommand.$Shape
             */

            /**
             * Constructs a new ListChannelsCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a ListChannelsCommand.
             * @constructor
             * @param {arqonbus.v1.ListChannelsCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListChannelsCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListChannelsCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.ListChannelsCommand
             * @instance
             */
            ListChannelsCommand.prototype.room = "";

            /**
             * ListChannelsCommand after.
             * @member {string} after
             * @memberof arqonbus.v1.ListChannelsCommand
             * @instance
             */
            ListChannelsCommand.prototype.after = "";

            /**
             * ListChannelsCommand limit.
             * @member {number} limit
             * @memberof arqonbus.v1.ListChannelsCommand
             * @instance
             */
            ListChannelsCommand.prototype.limit = 0;

            /**
             * Creates a new ListChannelsCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ListChannelsCommand
             * @static
             * @param {arqonbus.v1.ListChannelsCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ListChannelsCommand} ListChannelsCommand instance
             * @type {{
             *   (properties: arqonbus.v1.ListChannelsCommand.$Shape): arqonbus.v1.ListChannelsCommand & arqonbus.v1.ListChannelsCommand.$Shape;
             *   (properties?: arqonbus.v1.ListChannelsCommand.$Properties): arqonbus.v1.ListChannelsCommand;
             * }}
             */
            ListChannelsCommand.create = function(properties) {
                return new ListChannelsCommand(properties);
            };

            /**
             * Encodes the specified ListChannelsCommand message. Does not implicitly {@link arqonbus.v1.ListChannelsCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ListChannelsCommand
             * @static
             * @param {arqonbus.v1.ListChannelsCommand.$Properties} message ListChannelsCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListChannelsCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.after != null && $Object.hasOwnProperty.call(message, "after") && message.after !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.after);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.limit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListChannelsCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ListChannelsCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListChannelsCommand & arqonbus.v1.ListChannelsCommand.$Shape} ListChannelsCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListChannelsCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ListChannelsCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.after = value;
                            else
                                delete message.after;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListChannelsCommand;
        })();

        v1.ChannelSummary = (function() {

            /**
             * Properties of a ChannelSummary.
             * @typedef {Object} arqonbus.v1.ChannelSummary.$Properties
             * @property {string|null} [channel] ChannelSummary channel
             * @property {number|null} [epoch] ChannelSummary epoch
             * @property {number|null} [sequence] ChannelSummary sequence
             * @property {number|null} [members] ChannelSummary members
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChannelSummary.
             * @memberof arqonbus.v1
             * @interface IChannelSummary
             * @augments arqonbus.v1.ChannelSummary.$Properties
             * @deprecated Use arqonbus.v1.ChannelSummary.$Properties instead.
             */

            /**
             * Shape of a ChannelSummary.
             * @typedef {arqonbus.v1.ChannelSummary.$Properties} arqonbus.v1.ChannelSummary.$Shape
             */

            /**
             * Constructs a new ChannelSummary.
             * @memberof arqonbus.v1
             * @classdesc Represents a ChannelSummary.
             * @constructor
             * @param {arqonbus.v1.ChannelSummary.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChannelSummary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChannelSummary channel.
             * @member {string} channel
             * @memberof arqonbus.v1.ChannelSummary
             * @instance
             */
            ChannelSummary.prototype.channel = "";

            /**
             * ChannelSummary epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.ChannelSummary
             * @instance
             */
            ChannelSummary.prototype.epoch = 0;

            /**
             * ChannelSummary sequence.
             * @member {number} sequence
             * @memberof arqonbus.v1.ChannelSummary
             * @instance
             */
            ChannelSummary.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ChannelSummary members.
             * @member {number} members
             * @memberof arqonbus.v1.ChannelSummary
             * @instance
             */
            ChannelSummary.prototype.members = 0;

            /**
             * Creates a new ChannelSummary instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ChannelSummary
             * @static
             * @param {arqonbus.v1.ChannelSummary.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ChannelSummary} ChannelSummary instance
             * @type {{
             *   (properties: arqonbus.v1.ChannelSummary.$Shape): arqonbus.v1.ChannelSummary & arqonbus.v1.ChannelSummary.$Shape;
             *   (properties?: arqonbus.v1.ChannelSummary.$Properties): arqonbus.v1.ChannelSummary;
             * }}
             */
            ChannelSummary.create = function(properties) {
                return new ChannelSummary(properties);
            };

            /**
             * Encodes the specified ChannelSummary message. Does not implicitly {@link arqonbus.v1.ChannelSummary.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ChannelSummary
             * @static
             * @param {arqonbus.v1.ChannelSummary.$Properties} message ChannelSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChannelSummary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.members);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChannelSummary message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ChannelSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ChannelSummary & arqonbus.v1.ChannelSummary.$Shape} ChannelSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChannelSummary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ChannelSummary();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.members = value;
                            else
                                delete message.members;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ChannelSummary;
        })();

        v1.ListChannelsResult = (function() {

            /**
             * Properties of a ListChannelsResult.
             * @typedef {Object} arqonbus.v1.ListChannelsResult.$Properties
             * @property {Array.<arqonbus.v1.ChannelSummary.$Properties>|null} [channels] ListChannelsResult channels
             * @property {boolean|null} [more] ListChannelsResult more
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListChannelsResult.
             * @memberof arqonbus.v1
             * @interface IListChannelsResult
             * @augments arqonbus.v1.ListChannelsResult.$Properties
             * @deprecated Use arqonbus.v1.ListChannelsResult.$Properties instead.
             */

            /**
             * Shape of a ListChannelsResult.
             * @typedef {arqonbus.v1.ListChannelsResult.$Properties} arqonbus.v1.ListChannelsResult.$Shape
             */

            /**
             * Constructs a new ListChannelsResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a ListChannelsResult.
             * @constructor
             * @param {arqonbus.v1.ListChannelsResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListChannelsResult = function (properties) {
                this.channels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListChannelsResult channels.
             * @member {Array.<arqonbus.v1.ChannelSummary.$Properties>} channels
             * @memberof arqonbus.v1.ListChannelsResult
             * @instance
             */
            ListChannelsResult.prototype.channels = $util.emptyArray;

            /**
             * ListChannelsResult more.
             * @member {boolean} more
             * @memberof arqonbus.v1.ListChannelsResult
             * @instance
             */
            ListChannelsResult.prototype.more = false;

            /**
             * Creates a new ListChannelsResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ListChannelsResult
             * @static
             * @param {arqonbus.v1.ListChannelsResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ListChannelsResult} ListChannelsResult instance
             * @type {{
             *   (properties: arqonbus.v1.ListChannelsResult.$Shape): arqonbus.v1.ListChannelsResult & arqonbus.v1.ListChannelsResult.$Shape;
             *   (properties?: arqonbus.v1.ListChannelsResult.$Properties): arqonbus.v1.ListChannelsResult;
             * }}
             */
            ListChannelsResult.create = function(properties) {
                return new ListChannelsResult(properties);
            };

            /**
             * Encodes the specified ListChannelsResult message. Does not implicitly {@link arqonbus.v1.ListChannelsResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ListChannelsResult
             * @static
             * @param {arqonbus.v1.ListChannelsResult.$Properties} message ListChannelsResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListChannelsResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channels != null && message.channels.length)
                    for (let i = 0; i < message.channels.length; ++i)
                        $root.arqonbus.v1.ChannelSummary.encode(message.channels[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListChannelsResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ListChannelsResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListChannelsResult & arqonbus.v1.ListChannelsResult.$Shape} ListChannelsResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListChannelsResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ListChannelsResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.channels && message.channels.length))
                                message.channels = [];
                            message.channels.push($root.arqonbus.v1.ChannelSummary.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListChannelsResult;
        })();

        v1.ChannelInfoCommand = (function() {

            /**
             * Properties of a ChannelInfoCommand.
             * @typedef {Object} arqonbus.v1.ChannelInfoCommand.$Properties
             * @property {string|null} [room] ChannelInfoCommand room
             * @property {string|null} [channel] ChannelInfoCommand channel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChannelInfoCommand.
             * @memberof arqonbus.v1
             * @interface IChannelInfoCommand
             * @augments arqonbus.v1.ChannelInfoCommand.$Properties
             * @deprecated Use arqonbus.v1.ChannelInfoCommand.$Properties instead.
             */

            /**
             * Shape of a ChannelInfoCommand.
             * @typedef {arqonbus.v1.ChannelInfoCommand.$Properties} arqonbus.v1.ChannelInfoCommand.$Shape
             */

            /**
             * Constructs a new ChannelInfoCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a ChannelInfoCommand.
             * @constructor
             * @param {arqonbus.v1.ChannelInfoCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChannelInfoCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChannelInfoCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.ChannelInfoCommand
             * @instance
             */
            ChannelInfoCommand.prototype.room = "";

            /**
             * ChannelInfoCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.ChannelInfoCommand
             * @instance
             */
            ChannelInfoCommand.prototype.channel = "";

            /**
             * Creates a new ChannelInfoCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ChannelInfoCommand
             * @static
             * @param {arqonbus.v1.ChannelInfoCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ChannelInfoCommand} ChannelInfoCommand instance
             * @type {{
             *   (properties: arqonbus.v1.ChannelInfoCommand.$Shape): arqonbus.v1.ChannelInfoCommand & arqonbus.v1.ChannelInfoCommand.$Shape;
             *   (properties?: arqonbus.v1.ChannelInfoCommand.$Properties): arqonbus.v1.ChannelInfoCommand;
             * }}
             */
            ChannelInfoCommand.create = function(properties) {
                return new ChannelInfoCommand(properties);
            };

            /**
             * Encodes the specified ChannelInfoCommand message. Does not implicitly {@link arqonbus.v1.ChannelInfoCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ChannelInfoCommand
             * @static
             * @param {arqonbus.v1.ChannelInfoCommand.$Properties} message ChannelInfoCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChannelInfoCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChannelInfoCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ChannelInfoCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ChannelInfoCommand & arqonbus.v1.ChannelInfoCommand.$Shape} ChannelInfoCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChannelInfoCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ChannelInfoCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ChannelInfoCommand;
        })();

        v1.ChannelInfoResult = (function() {

            /**
             * Properties of a ChannelInfoResult.
             * @typedef {Object} arqonbus.v1.ChannelInfoResult.$Properties
             * @property {number|null} [epoch] ChannelInfoResult epoch
             * @property {number|null} [sequence] ChannelInfoResult sequence
             * @property {number|null} [firstSequence] ChannelInfoResult firstSequence
             * @property {number|null} [retainedCount] ChannelInfoResult retainedCount
             * @property {number|null} [retainedBytes] ChannelInfoResult retainedBytes
             * @property {number|null} [members] ChannelInfoResult members
             * @property {arqonbus.v1.Durability|null} [durability] ChannelInfoResult durability
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChannelInfoResult.
             * @memberof arqonbus.v1
             * @interface IChannelInfoResult
             * @augments arqonbus.v1.ChannelInfoResult.$Properties
             * @deprecated Use arqonbus.v1.ChannelInfoResult.$Properties instead.
             */

            /**
             * Shape of a ChannelInfoResult.
             * @typedef {arqonbus.v1.ChannelInfoResult.$Properties} arqonbus.v1.ChannelInfoResult.$Shape
             */

            /**
             * Constructs a new ChannelInfoResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a ChannelInfoResult.
             * @constructor
             * @param {arqonbus.v1.ChannelInfoResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChannelInfoResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChannelInfoResult epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.epoch = 0;

            /**
             * ChannelInfoResult sequence.
             * @member {number} sequence
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ChannelInfoResult firstSequence.
             * @member {number} firstSequence
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.firstSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ChannelInfoResult retainedCount.
             * @member {number} retainedCount
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.retainedCount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ChannelInfoResult retainedBytes.
             * @member {number} retainedBytes
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.retainedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ChannelInfoResult members.
             * @member {number} members
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.members = 0;

            /**
             * ChannelInfoResult durability.
             * @member {arqonbus.v1.Durability} durability
             * @memberof arqonbus.v1.ChannelInfoResult
             * @instance
             */
            ChannelInfoResult.prototype.durability = 0;

            /**
             * Creates a new ChannelInfoResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.ChannelInfoResult
             * @static
             * @param {arqonbus.v1.ChannelInfoResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.ChannelInfoResult} ChannelInfoResult instance
             * @type {{
             *   (properties: arqonbus.v1.ChannelInfoResult.$Shape): arqonbus.v1.ChannelInfoResult & arqonbus.v1.ChannelInfoResult.$Shape;
             *   (properties?: arqonbus.v1.ChannelInfoResult.$Properties): arqonbus.v1.ChannelInfoResult;
             * }}
             */
            ChannelInfoResult.create = function(properties) {
                return new ChannelInfoResult(properties);
            };

            /**
             * Encodes the specified ChannelInfoResult message. Does not implicitly {@link arqonbus.v1.ChannelInfoResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.ChannelInfoResult
             * @static
             * @param {arqonbus.v1.ChannelInfoResult.$Properties} message ChannelInfoResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChannelInfoResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 1, wireType 5 =*/13).fixed32(message.epoch);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
                if (message.firstSequence != null && $Object.hasOwnProperty.call(message, "firstSequence") && (typeof message.firstSequence === "object" ? message.firstSequence.low || message.firstSequence.high : message.firstSequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.firstSequence);
                if (message.retainedCount != null && $Object.hasOwnProperty.call(message, "retainedCount") && (typeof message.retainedCount === "object" ? message.retainedCount.low || message.retainedCount.high : message.retainedCount !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.retainedCount);
                if (message.retainedBytes != null && $Object.hasOwnProperty.call(message, "retainedBytes") && (typeof message.retainedBytes === "object" ? message.retainedBytes.low || message.retainedBytes.high : message.retainedBytes !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.retainedBytes);
                if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.members);
                if (message.durability != null && $Object.hasOwnProperty.call(message, "durability") && message.durability !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).int32(message.durability);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChannelInfoResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.ChannelInfoResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.ChannelInfoResult & arqonbus.v1.ChannelInfoResult.$Shape} ChannelInfoResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChannelInfoResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.ChannelInfoResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.firstSequence = value;
                            else
                                delete message.firstSequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.retainedCount = value;
                            else
                                delete message.retainedCount;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.retainedBytes = value;
                            else
                                delete message.retainedBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.members = value;
                            else
                                delete message.members;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.durability = value;
                            else
                                delete message.durability;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ChannelInfoResult;
        })();

        v1.PresenceCommand = (function() {

            /**
             * Properties of a PresenceCommand.
             * @typedef {Object} arqonbus.v1.PresenceCommand.$Properties
             * @property {string|null} [room] PresenceCommand room
             * @property {string|null} [channel] PresenceCommand channel
             * @property {string|null} [after] PresenceCommand after
             * @property {number|null} [limit] PresenceCommand limit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceCommand.
             * @memberof arqonbus.v1
             * @interface IPresenceCommand
             * @augments arqonbus.v1.PresenceCommand.$Properties
             * @deprecated Use arqonbus.v1.PresenceCommand.$Properties instead.
             */

            /**
             * Shape of a PresenceCommand.
             * @typedef {arqonbus.v1.PresenceCommand.$Properties} arqonbus.v1.PresenceCommand.$Shape
             */

            /**
             * Constructs a new PresenceCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a PresenceCommand.
             * @constructor
             * @param {arqonbus.v1.PresenceCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.PresenceCommand
             * @instance
             */
            PresenceCommand.prototype.room = "";

            /**
             * PresenceCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.PresenceCommand
             * @instance
             */
            PresenceCommand.prototype.channel = "";

            /**
             * PresenceCommand after.
             * @member {string} after
             * @memberof arqonbus.v1.PresenceCommand
             * @instance
             */
            PresenceCommand.prototype.after = "";

            /**
             * PresenceCommand limit.
             * @member {number} limit
             * @memberof arqonbus.v1.PresenceCommand
             * @instance
             */
            PresenceCommand.prototype.limit = 0;

            /**
             * Creates a new PresenceCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.PresenceCommand
             * @static
             * @param {arqonbus.v1.PresenceCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.PresenceCommand} PresenceCommand instance
             * @type {{
             *   (properties: arqonbus.v1.PresenceCommand.$Shape): arqonbus.v1.PresenceCommand & arqonbus.v1.PresenceCommand.$Shape;
             *   (properties?: arqonbus.v1.PresenceCommand.$Properties): arqonbus.v1.PresenceCommand;
             * }}
             */
            PresenceCommand.create = function(properties) {
                return new PresenceCommand(properties);
            };

            /**
             * Encodes the specified PresenceCommand message. Does not implicitly {@link arqonbus.v1.PresenceCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.PresenceCommand
             * @static
             * @param {arqonbus.v1.PresenceCommand.$Properties} message PresenceCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.after != null && $Object.hasOwnProperty.call(message, "after") && message.after !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.after);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.limit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.PresenceCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.PresenceCommand & arqonbus.v1.PresenceCommand.$Shape} PresenceCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.PresenceCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.after = value;
                            else
                                delete message.after;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PresenceCommand;
        })();

        v1.PresenceResult = (function() {

            /**
             * Properties of a PresenceResult.
             * @typedef {Object} arqonbus.v1.PresenceResult.$Properties
             * @property {Array.<arqonbus.v1.Member.$Properties>|null} [members] PresenceResult members
             * @property {boolean|null} [more] PresenceResult more
             * @property {number|null} [total] PresenceResult total
             * @property {boolean|null} [partial] PresenceResult partial
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceResult.
             * @memberof arqonbus.v1
             * @interface IPresenceResult
             * @augments arqonbus.v1.PresenceResult.$Properties
             * @deprecated Use arqonbus.v1.PresenceResult.$Properties instead.
             */

            /**
             * Shape of a PresenceResult.
             * @typedef {arqonbus.v1.PresenceResult.$Properties} arqonbus.v1.PresenceResult.$Shape
             */

            /**
             * Constructs a new PresenceResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a PresenceResult.
             * @constructor
             * @param {arqonbus.v1.PresenceResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceResult = function (properties) {
                this.members = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceResult members.
             * @member {Array.<arqonbus.v1.Member.$Properties>} members
             * @memberof arqonbus.v1.PresenceResult
             * @instance
             */
            PresenceResult.prototype.members = $util.emptyArray;

            /**
             * PresenceResult more.
             * @member {boolean} more
             * @memberof arqonbus.v1.PresenceResult
             * @instance
             */
            PresenceResult.prototype.more = false;

            /**
             * PresenceResult total.
             * @member {number} total
             * @memberof arqonbus.v1.PresenceResult
             * @instance
             */
            PresenceResult.prototype.total = 0;

            /**
             * PresenceResult partial.
             * @member {boolean} partial
             * @memberof arqonbus.v1.PresenceResult
             * @instance
             */
            PresenceResult.prototype.partial = false;

            /**
             * Creates a new PresenceResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.PresenceResult
             * @static
             * @param {arqonbus.v1.PresenceResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.PresenceResult} PresenceResult instance
             * @type {{
             *   (properties: arqonbus.v1.PresenceResult.$Shape): arqonbus.v1.PresenceResult & arqonbus.v1.PresenceResult.$Shape;
             *   (properties?: arqonbus.v1.PresenceResult.$Properties): arqonbus.v1.PresenceResult;
             * }}
             */
            PresenceResult.create = function(properties) {
                return new PresenceResult(properties);
            };

            /**
             * Encodes the specified PresenceResult message. Does not implicitly {@link arqonbus.v1.PresenceResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.PresenceResult
             * @static
             * @param {arqonbus.v1.PresenceResult.$Properties} message PresenceResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.arqonbus.v1.Member.encode(message.members[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.total);
                if (message.partial != null && $Object.hasOwnProperty.call(message, "partial") && message.partial !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.partial);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.PresenceResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.PresenceResult & arqonbus.v1.PresenceResult.$Shape} PresenceResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.PresenceResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.arqonbus.v1.Member.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.partial = value;
                            else
                                delete message.partial;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PresenceResult;
        })();

        v1.HistoryCommand = (function() {

            /**
             * Properties of a HistoryCommand.
             * @typedef {Object} arqonbus.v1.HistoryCommand.$Properties
             * @property {string|null} [room] HistoryCommand room
             * @property {string|null} [channel] HistoryCommand channel
             * @property {number|null} [afterSequence] HistoryCommand afterSequence
             * @property {number|null} [epoch] HistoryCommand epoch
             * @property {number|null} [sinceMs] HistoryCommand sinceMs
             * @property {number|null} [untilMs] HistoryCommand untilMs
             * @property {number|null} [limit] HistoryCommand limit
             * @property {boolean|null} [reverse] HistoryCommand reverse
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HistoryCommand.
             * @memberof arqonbus.v1
             * @interface IHistoryCommand
             * @augments arqonbus.v1.HistoryCommand.$Properties
             * @deprecated Use arqonbus.v1.HistoryCommand.$Properties instead.
             */

            /**
             * Shape of a HistoryCommand.
             * @typedef {arqonbus.v1.HistoryCommand.$Properties} arqonbus.v1.HistoryCommand.$Shape
             */

            /**
             * Constructs a new HistoryCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a HistoryCommand.
             * @constructor
             * @param {arqonbus.v1.HistoryCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HistoryCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HistoryCommand room.
             * @member {string} room
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.room = "";

            /**
             * HistoryCommand channel.
             * @member {string} channel
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.channel = "";

            /**
             * HistoryCommand afterSequence.
             * @member {number} afterSequence
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.afterSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HistoryCommand epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.epoch = 0;

            /**
             * HistoryCommand sinceMs.
             * @member {number} sinceMs
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HistoryCommand untilMs.
             * @member {number} untilMs
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.untilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HistoryCommand limit.
             * @member {number} limit
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.limit = 0;

            /**
             * HistoryCommand reverse.
             * @member {boolean} reverse
             * @memberof arqonbus.v1.HistoryCommand
             * @instance
             */
            HistoryCommand.prototype.reverse = false;

            /**
             * Creates a new HistoryCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.HistoryCommand
             * @static
             * @param {arqonbus.v1.HistoryCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.HistoryCommand} HistoryCommand instance
             * @type {{
             *   (properties: arqonbus.v1.HistoryCommand.$Shape): arqonbus.v1.HistoryCommand & arqonbus.v1.HistoryCommand.$Shape;
             *   (properties?: arqonbus.v1.HistoryCommand.$Properties): arqonbus.v1.HistoryCommand;
             * }}
             */
            HistoryCommand.create = function(properties) {
                return new HistoryCommand(properties);
            };

            /**
             * Encodes the specified HistoryCommand message. Does not implicitly {@link arqonbus.v1.HistoryCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.HistoryCommand
             * @static
             * @param {arqonbus.v1.HistoryCommand.$Properties} message HistoryCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HistoryCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.afterSequence != null && $Object.hasOwnProperty.call(message, "afterSequence") && (typeof message.afterSequence === "object" ? message.afterSequence.low || message.afterSequence.high : message.afterSequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.afterSequence);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.epoch);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.sinceMs);
                if (message.untilMs != null && $Object.hasOwnProperty.call(message, "untilMs") && (typeof message.untilMs === "object" ? message.untilMs.low || message.untilMs.high : message.untilMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.untilMs);
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.limit);
                if (message.reverse != null && $Object.hasOwnProperty.call(message, "reverse") && message.reverse !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.reverse);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HistoryCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.HistoryCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.HistoryCommand & arqonbus.v1.HistoryCommand.$Shape} HistoryCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HistoryCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.HistoryCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.afterSequence = value;
                            else
                                delete message.afterSequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.untilMs = value;
                            else
                                delete message.untilMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reverse = value;
                            else
                                delete message.reverse;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HistoryCommand;
        })();

        v1.HistoryResult = (function() {

            /**
             * Properties of a HistoryResult.
             * @typedef {Object} arqonbus.v1.HistoryResult.$Properties
             * @property {Array.<Uint8Array>|null} [envelopes] HistoryResult envelopes
             * @property {boolean|null} [more] HistoryResult more
             * @property {number|null} [epoch] HistoryResult epoch
             * @property {number|null} [headSequence] HistoryResult headSequence
             * @property {number|null} [firstSequence] HistoryResult firstSequence
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HistoryResult.
             * @memberof arqonbus.v1
             * @interface IHistoryResult
             * @augments arqonbus.v1.HistoryResult.$Properties
             * @deprecated Use arqonbus.v1.HistoryResult.$Properties instead.
             */

            /**
             * Shape of a HistoryResult.
             * @typedef {arqonbus.v1.HistoryResult.$Properties} arqonbus.v1.HistoryResult.$Shape
             */

            /**
             * Constructs a new HistoryResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a HistoryResult.
             * @constructor
             * @param {arqonbus.v1.HistoryResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HistoryResult = function (properties) {
                this.envelopes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HistoryResult envelopes.
             * @member {Array.<Uint8Array>} envelopes
             * @memberof arqonbus.v1.HistoryResult
             * @instance
             */
            HistoryResult.prototype.envelopes = $util.emptyArray;

            /**
             * HistoryResult more.
             * @member {boolean} more
             * @memberof arqonbus.v1.HistoryResult
             * @instance
             */
            HistoryResult.prototype.more = false;

            /**
             * HistoryResult epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.HistoryResult
             * @instance
             */
            HistoryResult.prototype.epoch = 0;

            /**
             * HistoryResult headSequence.
             * @member {number} headSequence
             * @memberof arqonbus.v1.HistoryResult
             * @instance
             */
            HistoryResult.prototype.headSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * HistoryResult firstSequence.
             * @member {number} firstSequence
             * @memberof arqonbus.v1.HistoryResult
             * @instance
             */
            HistoryResult.prototype.firstSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new HistoryResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.HistoryResult
             * @static
             * @param {arqonbus.v1.HistoryResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.HistoryResult} HistoryResult instance
             * @type {{
             *   (properties: arqonbus.v1.HistoryResult.$Shape): arqonbus.v1.HistoryResult & arqonbus.v1.HistoryResult.$Shape;
             *   (properties?: arqonbus.v1.HistoryResult.$Properties): arqonbus.v1.HistoryResult;
             * }}
             */
            HistoryResult.create = function(properties) {
                return new HistoryResult(properties);
            };

            /**
             * Encodes the specified HistoryResult message. Does not implicitly {@link arqonbus.v1.HistoryResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.HistoryResult
             * @static
             * @param {arqonbus.v1.HistoryResult.$Properties} message HistoryResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HistoryResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.envelopes[i]);
                if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.epoch);
                if (message.headSequence != null && $Object.hasOwnProperty.call(message, "headSequence") && (typeof message.headSequence === "object" ? message.headSequence.low || message.headSequence.high : message.headSequence !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.headSequence);
                if (message.firstSequence != null && $Object.hasOwnProperty.call(message, "firstSequence") && (typeof message.firstSequence === "object" ? message.firstSequence.low || message.firstSequence.high : message.firstSequence !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.firstSequence);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HistoryResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.HistoryResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.HistoryResult & arqonbus.v1.HistoryResult.$Shape} HistoryResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HistoryResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.HistoryResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push(reader.bytes());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.more = value;
                            else
                                delete message.more;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.headSequence = value;
                            else
                                delete message.headSequence;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.firstSequence = value;
                            else
                                delete message.firstSequence;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HistoryResult;
        })();

        v1.RefreshTokenCommand = (function() {

            /**
             * Properties of a RefreshTokenCommand.
             * @typedef {Object} arqonbus.v1.RefreshTokenCommand.$Properties
             * @property {string|null} [token] RefreshTokenCommand token
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RefreshTokenCommand.
             * @memberof arqonbus.v1
             * @interface IRefreshTokenCommand
             * @augments arqonbus.v1.RefreshTokenCommand.$Properties
             * @deprecated Use arqonbus.v1.RefreshTokenCommand.$Properties instead.
             */

            /**
             * Shape of a RefreshTokenCommand.
             * @typedef {arqonbus.v1.RefreshTokenCommand.$Properties} arqonbus.v1.RefreshTokenCommand.$Shape
             */

            /**
             * Constructs a new RefreshTokenCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a RefreshTokenCommand.
             * @constructor
             * @param {arqonbus.v1.RefreshTokenCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RefreshTokenCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RefreshTokenCommand token.
             * @member {string} token
             * @memberof arqonbus.v1.RefreshTokenCommand
             * @instance
             */
            RefreshTokenCommand.prototype.token = "";

            /**
             * Creates a new RefreshTokenCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.RefreshTokenCommand
             * @static
             * @param {arqonbus.v1.RefreshTokenCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.RefreshTokenCommand} RefreshTokenCommand instance
             * @type {{
             *   (properties: arqonbus.v1.RefreshTokenCommand.$Shape): arqonbus.v1.RefreshTokenCommand & arqonbus.v1.RefreshTokenCommand.$Shape;
             *   (properties?: arqonbus.v1.RefreshTokenCommand.$Properties): arqonbus.v1.RefreshTokenCommand;
             * }}
             */
            RefreshTokenCommand.create = function(properties) {
                return new RefreshTokenCommand(properties);
            };

            /**
             * Encodes the specified RefreshTokenCommand message. Does not implicitly {@link arqonbus.v1.RefreshTokenCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.RefreshTokenCommand
             * @static
             * @param {arqonbus.v1.RefreshTokenCommand.$Properties} message RefreshTokenCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RefreshTokenCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.token);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RefreshTokenCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.RefreshTokenCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.RefreshTokenCommand & arqonbus.v1.RefreshTokenCommand.$Shape} RefreshTokenCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RefreshTokenCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.RefreshTokenCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RefreshTokenCommand;
        })();

        v1.RefreshTokenResult = (function() {

            /**
             * Properties of a RefreshTokenResult.
             * @typedef {Object} arqonbus.v1.RefreshTokenResult.$Properties
             * @property {number|null} [expiresAtMs] RefreshTokenResult expiresAtMs
             * @property {arqonbus.v1.Grants.$Properties|null} [grants] RefreshTokenResult grants
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RefreshTokenResult.
             * @memberof arqonbus.v1
             * @interface IRefreshTokenResult
             * @augments arqonbus.v1.RefreshTokenResult.$Properties
             * @deprecated Use arqonbus.v1.RefreshTokenResult.$Properties instead.
             */

            /**
             * Shape of a RefreshTokenResult.
             * @typedef {arqonbus.v1.RefreshTokenResult.$Properties} arqonbus.v1.RefreshTokenResult.$Shape
             */

            /**
             * Constructs a new RefreshTokenResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a RefreshTokenResult.
             * @constructor
             * @param {arqonbus.v1.RefreshTokenResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RefreshTokenResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RefreshTokenResult expiresAtMs.
             * @member {number} expiresAtMs
             * @memberof arqonbus.v1.RefreshTokenResult
             * @instance
             */
            RefreshTokenResult.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RefreshTokenResult grants.
             * @member {arqonbus.v1.Grants.$Properties|null|undefined} grants
             * @memberof arqonbus.v1.RefreshTokenResult
             * @instance
             */
            RefreshTokenResult.prototype.grants = null;

            /**
             * Creates a new RefreshTokenResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.RefreshTokenResult
             * @static
             * @param {arqonbus.v1.RefreshTokenResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.RefreshTokenResult} RefreshTokenResult instance
             * @type {{
             *   (properties: arqonbus.v1.RefreshTokenResult.$Shape): arqonbus.v1.RefreshTokenResult & arqonbus.v1.RefreshTokenResult.$Shape;
             *   (properties?: arqonbus.v1.RefreshTokenResult.$Properties): arqonbus.v1.RefreshTokenResult;
             * }}
             */
            RefreshTokenResult.create = function(properties) {
                return new RefreshTokenResult(properties);
            };

            /**
             * Encodes the specified RefreshTokenResult message. Does not implicitly {@link arqonbus.v1.RefreshTokenResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.RefreshTokenResult
             * @static
             * @param {arqonbus.v1.RefreshTokenResult.$Properties} message RefreshTokenResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RefreshTokenResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.expiresAtMs);
                if (message.grants != null && $Object.hasOwnProperty.call(message, "grants"))
                    $root.arqonbus.v1.Grants.encode(message.grants, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RefreshTokenResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.RefreshTokenResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.RefreshTokenResult & arqonbus.v1.RefreshTokenResult.$Shape} RefreshTokenResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RefreshTokenResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.RefreshTokenResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.grants = $root.arqonbus.v1.Grants.decode(reader, reader.size(), $undefined, _depth + 1, message.grants);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RefreshTokenResult;
        })();

        v1.HelpCommand = (function() {

            /**
             * Properties of a HelpCommand.
             * @typedef {Object} arqonbus.v1.HelpCommand.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HelpCommand.
             * @memberof arqonbus.v1
             * @interface IHelpCommand
             * @augments arqonbus.v1.HelpCommand.$Properties
             * @deprecated Use arqonbus.v1.HelpCommand.$Properties instead.
             */

            /**
             * Shape of a HelpCommand.
             * @typedef {arqonbus.v1.HelpCommand.$Properties} arqonbus.v1.HelpCommand.$Shape
             */

            /**
             * Constructs a new HelpCommand.
             * @memberof arqonbus.v1
             * @classdesc Represents a HelpCommand.
             * @constructor
             * @param {arqonbus.v1.HelpCommand.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HelpCommand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new HelpCommand instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.HelpCommand
             * @static
             * @param {arqonbus.v1.HelpCommand.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.HelpCommand} HelpCommand instance
             * @type {{
             *   (properties: arqonbus.v1.HelpCommand.$Shape): arqonbus.v1.HelpCommand & arqonbus.v1.HelpCommand.$Shape;
             *   (properties?: arqonbus.v1.HelpCommand.$Properties): arqonbus.v1.HelpCommand;
             * }}
             */
            HelpCommand.create = function(properties) {
                return new HelpCommand(properties);
            };

            /**
             * Encodes the specified HelpCommand message. Does not implicitly {@link arqonbus.v1.HelpCommand.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.HelpCommand
             * @static
             * @param {arqonbus.v1.HelpCommand.$Properties} message HelpCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HelpCommand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HelpCommand message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.HelpCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.HelpCommand & arqonbus.v1.HelpCommand.$Shape} HelpCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HelpCommand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.HelpCommand();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HelpCommand;
        })();

        v1.CommandHelp = (function() {

            /**
             * Properties of a CommandHelp.
             * @typedef {Object} arqonbus.v1.CommandHelp.$Properties
             * @property {string|null} [name] CommandHelp name
             * @property {string|null} [summary] CommandHelp summary
             * @property {boolean|null} [allowed] CommandHelp allowed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CommandHelp.
             * @memberof arqonbus.v1
             * @interface ICommandHelp
             * @augments arqonbus.v1.CommandHelp.$Properties
             * @deprecated Use arqonbus.v1.CommandHelp.$Properties instead.
             */

            /**
             * Shape of a CommandHelp.
             * @typedef {arqonbus.v1.CommandHelp.$Properties} arqonbus.v1.CommandHelp.$Shape
             */

            /**
             * Constructs a new CommandHelp.
             * @memberof arqonbus.v1
             * @classdesc Represents a CommandHelp.
             * @constructor
             * @param {arqonbus.v1.CommandHelp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CommandHelp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CommandHelp name.
             * @member {string} name
             * @memberof arqonbus.v1.CommandHelp
             * @instance
             */
            CommandHelp.prototype.name = "";

            /**
             * CommandHelp summary.
             * @member {string} summary
             * @memberof arqonbus.v1.CommandHelp
             * @instance
             */
            CommandHelp.prototype.summary = "";

            /**
             * CommandHelp allowed.
             * @member {boolean} allowed
             * @memberof arqonbus.v1.CommandHelp
             * @instance
             */
            CommandHelp.prototype.allowed = false;

            /**
             * Creates a new CommandHelp instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.CommandHelp
             * @static
             * @param {arqonbus.v1.CommandHelp.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.CommandHelp} CommandHelp instance
             * @type {{
             *   (properties: arqonbus.v1.CommandHelp.$Shape): arqonbus.v1.CommandHelp & arqonbus.v1.CommandHelp.$Shape;
             *   (properties?: arqonbus.v1.CommandHelp.$Properties): arqonbus.v1.CommandHelp;
             * }}
             */
            CommandHelp.create = function(properties) {
                return new CommandHelp(properties);
            };

            /**
             * Encodes the specified CommandHelp message. Does not implicitly {@link arqonbus.v1.CommandHelp.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.CommandHelp
             * @static
             * @param {arqonbus.v1.CommandHelp.$Properties} message CommandHelp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CommandHelp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.summary != null && $Object.hasOwnProperty.call(message, "summary") && message.summary !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.summary);
                if (message.allowed != null && $Object.hasOwnProperty.call(message, "allowed") && message.allowed !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.allowed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CommandHelp message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.CommandHelp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.CommandHelp & arqonbus.v1.CommandHelp.$Shape} CommandHelp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CommandHelp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.CommandHelp();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.summary = value;
                            else
                                delete message.summary;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.allowed = value;
                            else
                                delete message.allowed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommandHelp;
        })();

        v1.HelpResult = (function() {

            /**
             * Properties of a HelpResult.
             * @typedef {Object} arqonbus.v1.HelpResult.$Properties
             * @property {Array.<arqonbus.v1.CommandHelp.$Properties>|null} [commands] HelpResult commands
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HelpResult.
             * @memberof arqonbus.v1
             * @interface IHelpResult
             * @augments arqonbus.v1.HelpResult.$Properties
             * @deprecated Use arqonbus.v1.HelpResult.$Properties instead.
             */

            /**
             * Shape of a HelpResult.
             * @typedef {arqonbus.v1.HelpResult.$Properties} arqonbus.v1.HelpResult.$Shape
             */

            /**
             * Constructs a new HelpResult.
             * @memberof arqonbus.v1
             * @classdesc Represents a HelpResult.
             * @constructor
             * @param {arqonbus.v1.HelpResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HelpResult = function (properties) {
                this.commands = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HelpResult commands.
             * @member {Array.<arqonbus.v1.CommandHelp.$Properties>} commands
             * @memberof arqonbus.v1.HelpResult
             * @instance
             */
            HelpResult.prototype.commands = $util.emptyArray;

            /**
             * Creates a new HelpResult instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.HelpResult
             * @static
             * @param {arqonbus.v1.HelpResult.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.HelpResult} HelpResult instance
             * @type {{
             *   (properties: arqonbus.v1.HelpResult.$Shape): arqonbus.v1.HelpResult & arqonbus.v1.HelpResult.$Shape;
             *   (properties?: arqonbus.v1.HelpResult.$Properties): arqonbus.v1.HelpResult;
             * }}
             */
            HelpResult.create = function(properties) {
                return new HelpResult(properties);
            };

            /**
             * Encodes the specified HelpResult message. Does not implicitly {@link arqonbus.v1.HelpResult.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.HelpResult
             * @static
             * @param {arqonbus.v1.HelpResult.$Properties} message HelpResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HelpResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.commands != null && message.commands.length)
                    for (let i = 0; i < message.commands.length; ++i)
                        $root.arqonbus.v1.CommandHelp.encode(message.commands[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HelpResult message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.HelpResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.HelpResult & arqonbus.v1.HelpResult.$Shape} HelpResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HelpResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.HelpResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.commands && message.commands.length))
                                message.commands = [];
                            message.commands.push($root.arqonbus.v1.CommandHelp.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HelpResult;
        })();

        v1.Frame = (function() {

            /**
             * Properties of a Frame.
             * @typedef {Object} arqonbus.v1.Frame.$Properties
             * @property {Array.<arqonbus.v1.Envelope.$Properties>|null} [envelopes] Frame envelopes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Frame.
             * @memberof arqonbus.v1
             * @interface IFrame
             * @augments arqonbus.v1.Frame.$Properties
             * @deprecated Use arqonbus.v1.Frame.$Properties instead.
             */

            /**
             * Shape of a Frame.
             * @typedef {{
             *   envelopes?: Array.<arqonbus.v1.Envelope.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} arqonbus.v1.Frame.$Shape
             */

            /**
             * Constructs a new Frame.
             * @memberof arqonbus.v1
             * @classdesc Represents a Frame.
             * @constructor
             * @param {arqonbus.v1.Frame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Frame = function (properties) {
                this.envelopes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Frame envelopes.
             * @member {Array.<arqonbus.v1.Envelope.$Properties>} envelopes
             * @memberof arqonbus.v1.Frame
             * @instance
             */
            Frame.prototype.envelopes = $util.emptyArray;

            /**
             * Creates a new Frame instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Frame
             * @static
             * @param {arqonbus.v1.Frame.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Frame} Frame instance
             * @type {{
             *   (properties: arqonbus.v1.Frame.$Shape): arqonbus.v1.Frame & arqonbus.v1.Frame.$Shape;
             *   (properties?: arqonbus.v1.Frame.$Properties): arqonbus.v1.Frame;
             * }}
             */
            Frame.create = function(properties) {
                return new Frame(properties);
            };

            /**
             * Encodes the specified Frame message. Does not implicitly {@link arqonbus.v1.Frame.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Frame
             * @static
             * @param {arqonbus.v1.Frame.$Properties} message Frame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.envelopes != null && message.envelopes.length)
                    for (let i = 0; i < message.envelopes.length; ++i)
                        $root.arqonbus.v1.Envelope.encode(message.envelopes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Frame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Frame & arqonbus.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Frame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Frame();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.envelopes && message.envelopes.length))
                                message.envelopes = [];
                            message.envelopes.push($root.arqonbus.v1.Envelope.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Frame;
        })();

        /**
         * MessageType enum.
         * @name arqonbus.v1.MessageType
         * @enum {number}
         * @property {number} MESSAGE_TYPE_UNSPECIFIED=0 MESSAGE_TYPE_UNSPECIFIED value
         * @property {number} EVENT=1 EVENT value
         * @property {number} TELEMETRY=2 TELEMETRY value
         * @property {number} DIRECT=3 DIRECT value
         * @property {number} REQUEST=4 REQUEST value
         * @property {number} REPLY=5 REPLY value
         * @property {number} COMMAND=6 COMMAND value
         * @property {number} ACK=16 ACK value
         * @property {number} ERROR=17 ERROR value
         * @property {number} COMMAND_RESULT=18 COMMAND_RESULT value
         * @property {number} SYSTEM=19 SYSTEM value
         */
        v1.MessageType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "MESSAGE_TYPE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "EVENT"] = 1;
            values[valuesById[2] = "TELEMETRY"] = 2;
            values[valuesById[3] = "DIRECT"] = 3;
            values[valuesById[4] = "REQUEST"] = 4;
            values[valuesById[5] = "REPLY"] = 5;
            values[valuesById[6] = "COMMAND"] = 6;
            values[valuesById[16] = "ACK"] = 16;
            values[valuesById[17] = "ERROR"] = 17;
            values[valuesById[18] = "COMMAND_RESULT"] = 18;
            values[valuesById[19] = "SYSTEM"] = 19;
            return values;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} arqonbus.v1.Envelope.$Properties
             * @property {number|null} [version] Envelope version
             * @property {arqonbus.v1.MessageType|null} [type] Envelope type
             * @property {string|null} [id] Envelope id
             * @property {string|null} [room] Envelope room
             * @property {string|null} [channel] Envelope channel
             * @property {Uint8Array|null} [payload] Envelope payload
             * @property {string|null} [contentType] Envelope contentType
             * @property {Object.<string,string>|null} [headers] Envelope headers
             * @property {string|null} [correlationId] Envelope correlationId
             * @property {boolean|null} [wantAck] Envelope wantAck
             * @property {number|null} [sequence] Envelope sequence
             * @property {number|null} [epoch] Envelope epoch
             * @property {string|null} [sender] Envelope sender
             * @property {number|null} [timestampMs] Envelope timestampMs
             * @property {string|null} [subject] Envelope subject
             * @property {string|null} [target] Envelope target
             * @property {string|null} [causationId] Envelope causationId
             * @property {number|null} [hopCount] Envelope hopCount
             * @property {number|null} [ttlMs] Envelope ttlMs
             * @property {string|null} [traceparent] Envelope traceparent
             * @property {arqonbus.v1.CasilMetadata.$Properties|null} [casil] Envelope casil
             * @property {string|null} [group] Envelope group
             * @property {string|null} [tenantId] Envelope tenantId
             * @property {Array.<string>|null} [capabilities] Envelope capabilities
             * @property {string|null} [intent] Envelope intent
             * @property {arqonbus.v1.Embedding.$Properties|null} [embedding] Envelope embedding
             * @property {arqonbus.v1.Hello.$Properties|null} [hello] Envelope hello
             * @property {arqonbus.v1.Welcome.$Properties|null} [welcome] Envelope welcome
             * @property {arqonbus.v1.Command.$Properties|null} [command] Envelope command
             * @property {arqonbus.v1.CommandResult.$Properties|null} [commandResult] Envelope commandResult
             * @property {arqonbus.v1.Ack.$Properties|null} [ack] Envelope ack
             * @property {arqonbus.v1.Error.$Properties|null} [error] Envelope error
             * @property {arqonbus.v1.Gap.$Properties|null} [gap] Envelope gap
             * @property {arqonbus.v1.GoAway.$Properties|null} [goAway] Envelope goAway
             * @property {arqonbus.v1.PresenceEvent.$Properties|null} [presenceEvent] Envelope presenceEvent
             * @property {"hello"|"welcome"|"command"|"commandResult"|"ack"|"error"|"gap"|"goAway"|"presenceEvent"} [body] Envelope body
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof arqonbus.v1
             * @interface IEnvelope
             * @augments arqonbus.v1.Envelope.$Properties
             * @deprecated Use arqonbus.v1.Envelope.$Properties instead.
             */

            /**
             * Narrowed shape of an Envelope.
             * @typedef {{
             *   version?: number|null;
             *   type?: arqonbus.v1.MessageType|null;
             *   id?: string|null;
             *   room?: string|null;
             *   channel?: string|null;
             *   payload?: Uint8Array|null;
             *   contentType?: string|null;
             *   headers?: Object.<string,string>|null;
             *   correlationId?: string|null;
             *   wantAck?: boolean|null;
             *   sequence?: number|null;
             *   epoch?: number|null;
             *   sender?: string|null;
             *   timestampMs?: number|null;
             *   subject?: string|null;
             *   target?: string|null;
             *   causationId?: string|null;
             *   hopCount?: number|null;
             *   ttlMs?: number|null;
             *   traceparent?: string|null;
             *   casil?: arqonbus.v1.CasilMetadata.$Shape|null;
             *   group?: string|null;
             *   tenantId?: string|null;
             *   capabilities?: Array.<string>|null;
             *   intent?: string|null;
             *   embedding?: arqonbus.v1.Embedding.$Shape|null;
             *   hello?: arqonbus.v1.Hello.$Shape|null;
             *   welcome?: arqonbus.v1.Welcome.$Shape|null;
             *   command?: arqonbus.v1.Command.$Shape|null;
             *   commandResult?: arqonbus.v1.CommandResult.$Shape|null;
             *   ack?: arqonbus.v1.Ack.$Shape|null;
             *   error?: arqonbus.v1.Error.$Shape|null;
             *   gap?: arqonbus.v1.Gap.$Shape|null;
             *   goAway?: arqonbus.v1.GoAway.$Shape|null;
             *   presenceEvent?: arqonbus.v1.PresenceEvent.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ body?: undefined; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "hello"; hello: arqonbus.v1.Hello.$Shape; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "welcome"; hello?: null; welcome: arqonbus.v1.Welcome.$Shape; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "command"; hello?: null; welcome?: null; command: arqonbus.v1.Command.$Shape; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "commandResult"; hello?: null; welcome?: null; command?: null; commandResult: arqonbus.v1.CommandResult.$Shape; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "ack"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack: arqonbus.v1.Ack.$Shape; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "error"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error: arqonbus.v1.Error.$Shape; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "gap"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap: arqonbus.v1.Gap.$Shape; goAway?: null; presenceEvent?: null }|{ body?: "goAway"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway: arqonbus.v1.GoAway.$Shape; presenceEvent?: null }|{ body?: "presenceEvent"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent: arqonbus.v1.PresenceEvent.$Shape })
             * )} arqonbus.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof arqonbus.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {arqonbus.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                this.headers = {};
                this.capabilities = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope version.
             * @member {number} version
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.version = 0;

            /**
             * Envelope type.
             * @member {arqonbus.v1.MessageType} type
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.type = 0;

            /**
             * Envelope id.
             * @member {string} id
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.id = "";

            /**
             * Envelope room.
             * @member {string} room
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.room = "";

            /**
             * Envelope channel.
             * @member {string} channel
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.channel = "";

            /**
             * Envelope payload.
             * @member {Uint8Array} payload
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.payload = $util.newBuffer([]);

            /**
             * Envelope contentType.
             * @member {string} contentType
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.contentType = "";

            /**
             * Envelope headers.
             * @member {Object.<string,string>} headers
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.headers = $util.emptyObject;

            /**
             * Envelope correlationId.
             * @member {string} correlationId
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.correlationId = "";

            /**
             * Envelope wantAck.
             * @member {boolean} wantAck
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.wantAck = false;

            /**
             * Envelope sequence.
             * @member {number} sequence
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Envelope epoch.
             * @member {number} epoch
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.epoch = 0;

            /**
             * Envelope sender.
             * @member {string} sender
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.sender = "";

            /**
             * Envelope timestampMs.
             * @member {number} timestampMs
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.timestampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Envelope subject.
             * @member {string} subject
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.subject = "";

            /**
             * Envelope target.
             * @member {string} target
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.target = "";

            /**
             * Envelope causationId.
             * @member {string} causationId
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.causationId = "";

            /**
             * Envelope hopCount.
             * @member {number} hopCount
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.hopCount = 0;

            /**
             * Envelope ttlMs.
             * @member {number} ttlMs
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.ttlMs = 0;

            /**
             * Envelope traceparent.
             * @member {string} traceparent
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.traceparent = "";

            /**
             * Envelope casil.
             * @member {arqonbus.v1.CasilMetadata.$Properties|null|undefined} casil
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.casil = null;

            /**
             * Envelope group.
             * @member {string} group
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.group = "";

            /**
             * Envelope tenantId.
             * @member {string} tenantId
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.tenantId = "";

            /**
             * Envelope capabilities.
             * @member {Array.<string>} capabilities
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.capabilities = $util.emptyArray;

            /**
             * Envelope intent.
             * @member {string} intent
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.intent = "";

            /**
             * Envelope embedding.
             * @member {arqonbus.v1.Embedding.$Properties|null|undefined} embedding
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.embedding = null;

            /**
             * Envelope hello.
             * @member {arqonbus.v1.Hello.$Properties|null|undefined} hello
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.hello = null;

            /**
             * Envelope welcome.
             * @member {arqonbus.v1.Welcome.$Properties|null|undefined} welcome
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.welcome = null;

            /**
             * Envelope command.
             * @member {arqonbus.v1.Command.$Properties|null|undefined} command
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.command = null;

            /**
             * Envelope commandResult.
             * @member {arqonbus.v1.CommandResult.$Properties|null|undefined} commandResult
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.commandResult = null;

            /**
             * Envelope ack.
             * @member {arqonbus.v1.Ack.$Properties|null|undefined} ack
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.ack = null;

            /**
             * Envelope error.
             * @member {arqonbus.v1.Error.$Properties|null|undefined} error
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.error = null;

            /**
             * Envelope gap.
             * @member {arqonbus.v1.Gap.$Properties|null|undefined} gap
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.gap = null;

            /**
             * Envelope goAway.
             * @member {arqonbus.v1.GoAway.$Properties|null|undefined} goAway
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.goAway = null;

            /**
             * Envelope presenceEvent.
             * @member {arqonbus.v1.PresenceEvent.$Properties|null|undefined} presenceEvent
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            Envelope.prototype.presenceEvent = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * Envelope body.
             * @member {"hello"|"welcome"|"command"|"commandResult"|"ack"|"error"|"gap"|"goAway"|"presenceEvent"|undefined} body
             * @memberof arqonbus.v1.Envelope
             * @instance
             */
            $Object.defineProperty(Envelope.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "welcome", "command", "commandResult", "ack", "error", "gap", "goAway", "presenceEvent"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Envelope instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Envelope
             * @static
             * @param {arqonbus.v1.Envelope.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Envelope} Envelope instance
             * @type {{
             *   (properties: arqonbus.v1.Envelope.$Shape): arqonbus.v1.Envelope & arqonbus.v1.Envelope.$Shape;
             *   (properties?: arqonbus.v1.Envelope.$Properties): arqonbus.v1.Envelope;
             * }}
             */
            Envelope.create = function(properties) {
                return new Envelope(properties);
            };

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link arqonbus.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Envelope
             * @static
             * @param {arqonbus.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.type);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.id);
                if (message.room != null && $Object.hasOwnProperty.call(message, "room") && message.room !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.room);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.channel);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.payload);
                if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType") && message.contentType !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.contentType);
                if (message.headers != null && $Object.hasOwnProperty.call(message, "headers"))
                    for (let keys = $Object.keys(message.headers), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.headers[keys[i]]).ldelim();
                if (message.correlationId != null && $Object.hasOwnProperty.call(message, "correlationId") && message.correlationId !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.correlationId);
                if (message.wantAck != null && $Object.hasOwnProperty.call(message, "wantAck") && message.wantAck !== false)
                    writer.uint32(/* id 10, wireType 0 =*/80).bool(message.wantAck);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.sequence);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && message.epoch !== 0)
                    writer.uint32(/* id 12, wireType 5 =*/101).fixed32(message.epoch);
                if (message.sender != null && $Object.hasOwnProperty.call(message, "sender") && message.sender !== "")
                    writer.uint32(/* id 13, wireType 2 =*/106).string(message.sender);
                if (message.timestampMs != null && $Object.hasOwnProperty.call(message, "timestampMs") && (typeof message.timestampMs === "object" ? message.timestampMs.low || message.timestampMs.high : message.timestampMs !== 0))
                    writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.timestampMs);
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(/* id 15, wireType 2 =*/122).string(message.subject);
                if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== "")
                    writer.uint32(/* id 16, wireType 2 =*/130).string(message.target);
                if (message.causationId != null && $Object.hasOwnProperty.call(message, "causationId") && message.causationId !== "")
                    writer.uint32(/* id 17, wireType 2 =*/138).string(message.causationId);
                if (message.hopCount != null && $Object.hasOwnProperty.call(message, "hopCount") && message.hopCount !== 0)
                    writer.uint32(/* id 18, wireType 0 =*/144).uint32(message.hopCount);
                if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && message.ttlMs !== 0)
                    writer.uint32(/* id 19, wireType 0 =*/152).uint32(message.ttlMs);
                if (message.traceparent != null && $Object.hasOwnProperty.call(message, "traceparent") && message.traceparent !== "")
                    writer.uint32(/* id 20, wireType 2 =*/162).string(message.traceparent);
                if (message.casil != null && $Object.hasOwnProperty.call(message, "casil"))
                    $root.arqonbus.v1.CasilMetadata.encode(message.casil, writer.uint32(/* id 32, wireType 2 =*/258).fork(), _depth + 1).ldelim();
                if (message.group != null && $Object.hasOwnProperty.call(message, "group") && message.group !== "")
                    writer.uint32(/* id 33, wireType 2 =*/266).string(message.group);
                if (message.tenantId != null && $Object.hasOwnProperty.call(message, "tenantId") && message.tenantId !== "")
                    writer.uint32(/* id 34, wireType 2 =*/274).string(message.tenantId);
                if (message.capabilities != null && message.capabilities.length)
                    for (let i = 0; i < message.capabilities.length; ++i)
                        writer.uint32(/* id 40, wireType 2 =*/322).string(message.capabilities[i]);
                if (message.intent != null && $Object.hasOwnProperty.call(message, "intent") && message.intent !== "")
                    writer.uint32(/* id 41, wireType 2 =*/330).string(message.intent);
                if (message.embedding != null && $Object.hasOwnProperty.call(message, "embedding"))
                    $root.arqonbus.v1.Embedding.encode(message.embedding, writer.uint32(/* id 42, wireType 2 =*/338).fork(), _depth + 1).ldelim();
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.arqonbus.v1.Hello.encode(message.hello, writer.uint32(/* id 48, wireType 2 =*/386).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.arqonbus.v1.Welcome.encode(message.welcome, writer.uint32(/* id 49, wireType 2 =*/394).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.arqonbus.v1.Command.encode(message.command, writer.uint32(/* id 50, wireType 2 =*/402).fork(), _depth + 1).ldelim();
                if (message.commandResult != null && $Object.hasOwnProperty.call(message, "commandResult"))
                    $root.arqonbus.v1.CommandResult.encode(message.commandResult, writer.uint32(/* id 51, wireType 2 =*/410).fork(), _depth + 1).ldelim();
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    $root.arqonbus.v1.Ack.encode(message.ack, writer.uint32(/* id 52, wireType 2 =*/418).fork(), _depth + 1).ldelim();
                if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                    $root.arqonbus.v1.Error.encode(message.error, writer.uint32(/* id 53, wireType 2 =*/426).fork(), _depth + 1).ldelim();
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    $root.arqonbus.v1.Gap.encode(message.gap, writer.uint32(/* id 54, wireType 2 =*/434).fork(), _depth + 1).ldelim();
                if (message.goAway != null && $Object.hasOwnProperty.call(message, "goAway"))
                    $root.arqonbus.v1.GoAway.encode(message.goAway, writer.uint32(/* id 55, wireType 2 =*/442).fork(), _depth + 1).ldelim();
                if (message.presenceEvent != null && $Object.hasOwnProperty.call(message, "presenceEvent"))
                    $root.arqonbus.v1.PresenceEvent.encode(message.presenceEvent, writer.uint32(/* id 56, wireType 2 =*/450).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Envelope & arqonbus.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.room = value;
                            else
                                delete message.room;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.contentType = value;
                            else
                                delete message.contentType;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (message.headers === $util.emptyObject)
                                message.headers = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = "";
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 2)
                                        break;
                                    value = reader.stringVerify();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.headers, key);
                            message.headers[key] = value;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.correlationId = value;
                            else
                                delete message.correlationId;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.wantAck = value;
                            else
                                delete message.wantAck;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 5)
                                break;
                            if (value = reader.fixed32())
                                message.epoch = value;
                            else
                                delete message.epoch;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sender = value;
                            else
                                delete message.sender;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestampMs = value;
                            else
                                delete message.timestampMs;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.target = value;
                            else
                                delete message.target;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.causationId = value;
                            else
                                delete message.causationId;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hopCount = value;
                            else
                                delete message.hopCount;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.ttlMs = value;
                            else
                                delete message.ttlMs;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.traceparent = value;
                            else
                                delete message.traceparent;
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.casil = $root.arqonbus.v1.CasilMetadata.decode(reader, reader.size(), $undefined, _depth + 1, message.casil);
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.group = value;
                            else
                                delete message.group;
                            continue;
                        }
                    case 34: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tenantId = value;
                            else
                                delete message.tenantId;
                            continue;
                        }
                    case 40: {
                            if (wireType !== 2)
                                break;
                            if (!(message.capabilities && message.capabilities.length))
                                message.capabilities = [];
                            message.capabilities.push(reader.stringVerify());
                            continue;
                        }
                    case 41: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.intent = value;
                            else
                                delete message.intent;
                            continue;
                        }
                    case 42: {
                            if (wireType !== 2)
                                break;
                            message.embedding = $root.arqonbus.v1.Embedding.decode(reader, reader.size(), $undefined, _depth + 1, message.embedding);
                            continue;
                        }
                    case 48: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.arqonbus.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 49: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.arqonbus.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.arqonbus.v1.Command.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            message.body = "command";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.commandResult = $root.arqonbus.v1.CommandResult.decode(reader, reader.size(), $undefined, _depth + 1, message.commandResult);
                            message.body = "commandResult";
                            continue;
                        }
                    case 52: {
                            if (wireType !== 2)
                                break;
                            message.ack = $root.arqonbus.v1.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                            message.body = "ack";
                            continue;
                        }
                    case 53: {
                            if (wireType !== 2)
                                break;
                            message.error = $root.arqonbus.v1.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                            message.body = "error";
                            continue;
                        }
                    case 54: {
                            if (wireType !== 2)
                                break;
                            message.gap = $root.arqonbus.v1.Gap.decode(reader, reader.size(), $undefined, _depth + 1, message.gap);
                            message.body = "gap";
                            continue;
                        }
                    case 55: {
                            if (wireType !== 2)
                                break;
                            message.goAway = $root.arqonbus.v1.GoAway.decode(reader, reader.size(), $undefined, _depth + 1, message.goAway);
                            message.body = "goAway";
                            continue;
                        }
                    case 56: {
                            if (wireType !== 2)
                                break;
                            message.presenceEvent = $root.arqonbus.v1.PresenceEvent.decode(reader, reader.size(), $undefined, _depth + 1, message.presenceEvent);
                            message.body = "presenceEvent";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Envelope;
        })();

        v1.Embedding = (function() {

            /**
             * Properties of an Embedding.
             * @typedef {Object} arqonbus.v1.Embedding.$Properties
             * @property {string|null} [model] Embedding model
             * @property {number|null} [dimensions] Embedding dimensions
             * @property {Uint8Array|null} [values] Embedding values
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Embedding.
             * @memberof arqonbus.v1
             * @interface IEmbedding
             * @augments arqonbus.v1.Embedding.$Properties
             * @deprecated Use arqonbus.v1.Embedding.$Properties instead.
             */

            /**
             * Shape of an Embedding.
             * @typedef {arqonbus.v1.Embedding.$Properties} arqonbus.v1.Embedding.$Shape
             */

            /**
             * Constructs a new Embedding.
             * @memberof arqonbus.v1
             * @classdesc Represents an Embedding.
             * @constructor
             * @param {arqonbus.v1.Embedding.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Embedding = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Embedding model.
             * @member {string} model
             * @memberof arqonbus.v1.Embedding
             * @instance
             */
            Embedding.prototype.model = "";

            /**
             * Embedding dimensions.
             * @member {number} dimensions
             * @memberof arqonbus.v1.Embedding
             * @instance
             */
            Embedding.prototype.dimensions = 0;

            /**
             * Embedding values.
             * @member {Uint8Array} values
             * @memberof arqonbus.v1.Embedding
             * @instance
             */
            Embedding.prototype.values = $util.newBuffer([]);

            /**
             * Creates a new Embedding instance using the specified properties.
             * @function create
             * @memberof arqonbus.v1.Embedding
             * @static
             * @param {arqonbus.v1.Embedding.$Properties=} [properties] Properties to set
             * @returns {arqonbus.v1.Embedding} Embedding instance
             * @type {{
             *   (properties: arqonbus.v1.Embedding.$Shape): arqonbus.v1.Embedding & arqonbus.v1.Embedding.$Shape;
             *   (properties?: arqonbus.v1.Embedding.$Properties): arqonbus.v1.Embedding;
             * }}
             */
            Embedding.create = function(properties) {
                return new Embedding(properties);
            };

            /**
             * Encodes the specified Embedding message. Does not implicitly {@link arqonbus.v1.Embedding.verify|verify} messages.
             * @function encode
             * @memberof arqonbus.v1.Embedding
             * @static
             * @param {arqonbus.v1.Embedding.$Properties} message Embedding message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Embedding.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.model);
                if (message.dimensions != null && $Object.hasOwnProperty.call(message, "dimensions") && message.dimensions !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.dimensions);
                if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.values);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Embedding message from the specified reader or buffer.
             * @function decode
             * @memberof arqonbus.v1.Embedding
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {arqonbus.v1.Embedding & arqonbus.v1.Embedding.$Shape} Embedding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Embedding.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.arqonbus.v1.Embedding();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.dimensions = value;
                            else
                                delete message.dimensions;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.values = value;
                            else
                                delete message.values;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Embedding;
        })();

        return v1;
    })();

    return arqonbus;
})();

export {
  $root as default
};
